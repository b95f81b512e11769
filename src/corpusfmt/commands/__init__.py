"""The commands, a module each: ``add`` says what the command line may hold, ``run`` does it and gives the exit code."""
