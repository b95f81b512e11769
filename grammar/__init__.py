"""The Lark grammars of the layout, shipped as package data."""
