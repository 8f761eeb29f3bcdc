"""A hook for hatchling: the wheel installs two things, and each goes by its name and version.

The program is the distribution ``annotate-gender``. The trained pipeline is a package of its own,
and ``spacy.load`` takes a package's name only where a distribution of that name is installed. So
the wheel also installs the few files that make ``en_gender_clause`` one. They lie in the wheel's
``purelib`` folder, because a wheel has one ``.dist-info`` of its own.
"""

import json
import shutil
import tempfile
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PIPELINE = Path("models") / "en_gender_clause"


class PipelineHook(BuildHookInterface):
    """Adds the pipeline's ``.dist-info`` to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict) -> None:
        """Write the files and have them included; ``version`` is ``standard`` or ``editable``."""
        folder = Path(self.root) / PIPELINE
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        info = f"{PIPELINE.name}-{meta['version']}.dist-info"
        # An editable program has its pipeline in the source tree, which no uninstalling may touch.
        owned = [] if version == "editable" else sorted(_files(folder))
        self.made = Path(tempfile.mkdtemp())
        for name, content in _dist_info(meta, info, owned).items():
            (self.made / name).write_text(content, encoding="utf-8")
        include = "force_include_editable" if version == "editable" else "force_include"
        data = f"{self.build_config.builder.artifact_project_id}.data"
        build_data[include][str(self.made)] = f"{data}/purelib/{info}"

    def finalize(self, version: str, build_data: dict, artifact_path: str) -> None:
        """Remove what was written."""
        shutil.rmtree(self.made)


def _files(folder: Path) -> set[str]:
    found = (path.relative_to(folder.parent) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if "__pycache__" not in path.parts}


def _dist_info(meta: dict, info: str, owned: list[str]) -> dict[str, str]:
    """The files of a ``.dist-info`` by name; by ``RECORD`` pip can replace the pipeline."""
    metadata = [
        "Metadata-Version: 2.1",
        f"Name: {PIPELINE.name}",
        f"Version: {meta['version']}",
        f"Summary: {meta['description']}",
        f"License: {meta['license']}",
        *(f"Requires-Dist: {one}" for one in meta.get("requirements", [])),
    ]
    entry_points = ["[spacy_models]", f"{PIPELINE.name} = {PIPELINE.name}"]
    names = ("METADATA", "INSTALLER", "RECORD", "entry_points.txt")
    record = [f"{path},," for path in [*owned, *(f"{info}/{name}" for name in names)]]
    contents = (metadata, ["annotate-gender"], record, entry_points)
    return {name: "\n".join(lines) + "\n" for name, lines in zip(names, contents, strict=True)}
