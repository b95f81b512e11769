set -e
cd $1
python3 restructuring/refactor.py . restructuring/plan1.py
git rm -qrf src/corpusfmt/commands src/corpusfmt/quarantine; rm -rf src/corpusfmt/commands src/corpusfmt/quarantine
python3 restructuring/post1.py .
cp restructuring/test_architecture.py tests/
R=.venv/bin/ruff
$R check --select F401,I --fix -q src tests benchmarks || true; $R format -q .; $R check --select F src tests benchmarks --output-format concise | tail
