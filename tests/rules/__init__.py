"""The rules, each tested by texts and what it finds in them."""
