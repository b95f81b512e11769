LEVELS = {
 "bytes": "byte_order_mark carriage_return control_character html_entity html_tag invalid_utf8 invisible_character mojibake not_nfc replacement_character",
 "layout": "ambiguous_credit ambiguous_date byline_form date_form hard_wrapped_paragraph layout misplaced_url possible_credit related_form second_title unlabelled_url",
 "document": "impossible_date missing_field schema",
 "content": "bad_address boilerplate broken_address broken_hyphen date_against_address doubled_heading embedded_post empty_heading future_date lost_hyphen placeholder_link repeated_paragraph site_name_in_title split_paragraph stranded_byline stranded_credit stranded_date title_against_address too_short tracking_parameter truncated_article",
 "corpus": "coverage near_duplicate same_address same_text shared_paragraph",
}
MOVES = {
 "source": "text.source", "printable": "text.display", "detection": "text.encoding_guess",
 "article": "model.article",
 "resources": "syntax.resources", "dates": "syntax.dates", "escape": "syntax.escape",
 "machine": "syntax.lexer", "first": "syntax.first_sets", "tables": "syntax.tables",
 "document": "syntax.normal_form", "inline": "syntax.inline", "serializer": "syntax.writer",
 "parser": "syntax.grammar",
 "wording": "validation.messages", "validator": "validation.validator",
 "subject": "lint.context", "checker": "lint.checker", "fixer": "lint.fixer", "corpus": "lint.corpus", "comparer": "lint.compare",
 "addresses": "rules._shared.urls", "hyphens": "lint.hyphens", "leaving": "rules._shared.block_edits",
 "mending": "rules._shared.safe_edits", "markup": "rules._shared.html", "phrases": "rules._shared.phrases",
 "prose": "rules._shared.prose", "repair": "rules._shared.mojibake", "slugs": "rules._shared.slugs",
 "rules.page": "rules._page",
 "settings": "config.load", "settings_table": "config.validate", "policy": "config.policy", "settings_schema": "config.json_schema",
 "selection": "files.discovery", "globs": "files.globs", "changes": "files.git", "patch": "files.diff", "runner": "files.pool",
 "formatter": "syntax.roundtrip",
 "baseline": "project.baseline", "journal": "project.undo_journal", "quarantine": "project.quarantine",
 "cli": "cli.main", "console": "cli.console", "commands.common": "cli.session", "commands.checking": "cli.check_file",
 "commands.telling": "cli.output",
 **{f"commands.{n}": f"cli.{n}" for n in "check fmt convert baseline undo rules rule completion".split()},
 **{f"rules.{r}": f"rules.{l}.{r}" for l, rs in LEVELS.items() for r in rs.split()},
}
SPLITS = {
 "diagnostic": {"model.diagnostic": [], "text.edits": ["Edit", "Fix"]},
 "files": {"files.write": ["write_atomically"], "files.read": ["read_bytes", "FileProblem", "Unreadable", "Unwritable", "reason_of", "_REASONS", "_kind_of", "_READ_FLAGS", "_read_chunks", "sha256"],
           "text.decode": ["ByteFault", "Decoded", "decode", "decode_plain", "lossy_text", "_ByteFaults", "_FAULT", "_find_faults"]},
 "builder": {"syntax.reader": [], "syntax.reading": ["Reading", "read_document", "_document", "_as_block", "_places"]},
}
PACKAGES = {"text": "Characters and spans; nothing of articles.", "model": "The values everybody passes on.", "files": "The file system, git and processes; nothing of articles.",
 "syntax": "Text to document and back.", "validation": "A document against the schema.", "lint": "What a rule is and how rules run.",
 "rules._shared": "What several rules share.", "project.quarantine": "The folder for files with findings, and the way back from it.", **{f"rules.{l}": f"The rules of the level {l}." for l in LEVELS},
 "config": "Settings file to settings to policy.", "project": "What a corpus keeps between runs.", "cli": "Arguments to exit code; the only package that prints."}
_T = {
 "addresses": "rules/_shared/test_urls", "article": "model/test_article", "changelog": "docs/test_changelog", "checker": "lint/test_checker",
 "ci": "docs/test_ci", "cli_check": "cli/test_check", "cli_convert": "cli/test_convert", "cli_fix": "cli/test_fix", "cli_fmt": "cli/test_fmt",
 "cli_imports": "cli/test_imports", "cli_inputs": "cli/test_inputs", "cli_jobs": "cli/test_jobs", "cli_old_corpus": "cli/test_old_corpus",
 "cli_output": "cli/test_output", "cli_reports": "cli/test_reports", "cli_settings": "cli/test_settings", "cli_streams": "cli/test_streams",
 "conformance": "syntax/test_conformance", "corpus": "docs/test_sample_corpus", "dates": "syntax/test_dates", "detection": "text/test_encoding_guess",
 "diagnostic": "model/test_diagnostic", "files": "files/test_files", "first": "syntax/test_first_sets", "fixer": "lint/test_fixer", "globs": "files/test_globs",
 "hooks": "docs/test_hooks", "laws_of_the_house": "test_architecture", "leaving": "rules/_shared/test_block_edits", "machine": "syntax/test_lexer",
 "phrases": "rules/_shared/test_phrases", "readme": "docs/test_readme", "resources": "syntax/test_resources", "runner": "files/test_pool",
 "schema": "validation/test_schema", "selection": "files/test_discovery", "settings": "config/test_load", "settings_schema": "config/test_json_schema",
 "slugs": "rules/_shared/test_slugs", "source": "text/test_source", "spec": "docs/test_spec", "tables": "syntax/test_tables", "validator": "validation/test_validator",
}
TEST_MOVES = {f"tests/test_{a}.py": f"tests/{b}.py" for a, b in _T.items()}
TEST_MOVES |= {f"tests/rules/test_{r}.py": f"tests/rules/{l}/test_{r}.py" for l, rs in LEVELS.items() for r in rs.split()}
MOVES |= {"arguments": "model.arguments", "commands.quarantine": "cli.quarantine", "lock": "project.lock", "project_folder": "project.folder",
 "quarantine.folder": "project.quarantine.folder", "quarantine.manifest": "project.quarantine.manifest", "quarantine.restore": "project.quarantine.restore", "trust": "files.trust"}
MOVES.pop("quarantine", None)
TEST_MOVES |= {"tests/test_arguments.py": "tests/model/test_arguments.py", "tests/test_cli_quarantine.py": "tests/cli/test_quarantine.py", "tests/test_lock.py": "tests/project/test_lock.py",
 "tests/test_pickling.py": "tests/api/test_pickling.py", "tests/test_public_names.py": "tests/api/test_public_names.py", "tests/test_two_doors.py": "tests/cli/test_two_doors.py"}
MOVES |= {"argv": "cli.argv", "atomic": "files.atomic", "date_order": "syntax.date_order", "explained": "rules._shared.explained", "git": "files.git", "changes": "files.changes",
 "interpreter": "syntax.interpreter", "invisible": "text.invisible", "leftovers": "files.leftovers", "pattern_use": "files.pattern_use", "reencoding": "text.reencoding",
 "suggestion": "text.suggestion", "undoing": "project.undo", "project_folder": "files.project_folder",
 **{f"commands.{n}": f"cli.{n}" for n in "check_arguments check_inputs converting destination options showing".split()}}
MOVES["commands.converting"] = "cli.convert_file"
SPLITS["files"] = {"files.read": [], "text.decode": ["ByteFault", "Decoded", "decode", "decode_plain", "lossy_text", "_ByteFaults", "_FAULT", "_find_faults"]}
_T2 = {"atomic": "files/test_atomic", "cli_arguments": "cli/test_arguments", "cli_convert_inputs": "cli/test_convert_inputs", "cli_options": "cli/test_options", "cli_unfixed": "cli/test_unfixed",
 "date_order": "syntax/test_date_order", "interpreter": "syntax/test_interpreter", "kill_runs": "cli/test_kill_runs", "leftovers": "files/test_leftovers", "makefile": "docs/test_makefile",
 "pattern_use": "files/test_pattern_use", "patterns": "syntax/test_patterns", "pythons": "docs/test_pythons", "trust": "files/test_trust", "undo": "project/test_undo", "white_space": "syntax/test_white_space"}
TEST_MOVES |= {f"tests/test_{a}.py": f"tests/{b}.py" for a, b in _T2.items()}
