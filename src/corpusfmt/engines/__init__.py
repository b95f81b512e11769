"""Steps for engines that run on many machines: datatrove and Ray Data.

Each engine has a module of its own, which can be imported without the engine; using it then raises
MissingEngineError. ``steps`` has what these do with articles, and ``texts`` how they read them. The
results are those of the commands on one machine.
"""
