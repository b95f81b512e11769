"""One run over the files of a corpus: a task for each file, a result from each."""
