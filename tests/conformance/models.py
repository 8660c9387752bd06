"""What is written as JSON is a value of models that datamodel-code-generator makes of its JSON Schema for pydantic.

models.py SCHEMA.json FILE.json …

Each file must read as a value of the models, which write the same value again, and must be refused once its format or version is
another.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from pydantic import ValidationError


def models(schema_path, folder):
    target = Path(folder) / "models.py"
    subprocess.run(
        [sys.executable, "-m", "datamodel_code_generator", "--input", schema_path, "--input-file-type", "jsonschema",
         "--output", str(target), "--output-model-type", "pydantic_v2.BaseModel", "--formatters", "builtin",
         "--disable-timestamp"],
        check=True, capture_output=True,
    )
    spec = importlib.util.spec_from_file_location("models", target)
    module = importlib.util.module_from_spec(spec)
    sys.modules["models"] = module
    spec.loader.exec_module(module)
    return module


def accepts(model, value):
    try:
        model.model_validate_json(json.dumps(value))
    except ValidationError:
        return False
    return True


def main():
    schema_path, *paths = sys.argv[1:]
    title = json.loads(Path(schema_path).read_text(encoding="utf-8"))["title"]
    with tempfile.TemporaryDirectory() as folder:
        model = getattr(models(schema_path, folder), title)
    failed = False
    for path in paths:
        value, faults = json.loads(Path(path).read_text(encoding="utf-8")), []
        try:
            read = model.model_validate_json(json.dumps(value))
            if json.loads(read.model_dump_json(by_alias=True, exclude_unset=True)) != value:
                faults.append("another value came back")
        except ValidationError as error:
            faults += str(error).splitlines()[:5]
        for broken in ({**value, "format": "another"}, {**value, "version": "first"}):
            if accepts(model, broken):
                faults.append("the models accept what the schema does not say")
        print(f"{'FAIL' if faults else 'pass'}  {path}  Python models")
        for fault in faults:
            print(f"      {fault[:200]}")
        failed = failed or bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
