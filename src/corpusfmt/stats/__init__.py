"""What a corpus consists of: counted article by article, and shown as tables, JSON and a page."""
