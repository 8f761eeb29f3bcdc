"""Makes a picture of a page small: so few colours that a byte names each.

Chromium writes three bytes for a point, and smooths letters in some thousand shades.
"""

from __future__ import annotations

import base64
import struct
import zlib
from pathlib import Path

import numpy as np
from playwright.sync_api import Page

#: What a browser sees of a picture, as bytes of red, green, blue and opacity.
_POINTS = """async data => {
  const picture = new Image();
  picture.src = `data:image/png;base64,${data}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  const points = canvas.getImageData(0, 0, picture.width, picture.height).data;
  let told = "";
  for (let at = 0; at < points.length; at += 32768) {
    told += String.fromCharCode(...points.subarray(at, at + 32768));
  }
  return [picture.width, picture.height, btoa(told)];
}"""
_STEPS = (4, 8, 12, 16, 24, 32, 48, 64, 96)
_MOST = 256


def save(tab: Page, path: Path) -> None:
    """Take the picture of a page as its window shows it, and write it to ``path`` (.png)."""
    taken = base64.b64encode(tab.screenshot()).decode()
    blank = tab.context.new_page()
    width, height, points = blank.evaluate(_POINTS, taken)
    blank.close()
    path.write_bytes(palette_png(width, height, base64.b64decode(points)))


def palette_png(width: int, height: int, points: bytes) -> bytes:
    """A PNG of at most 256 colours: shades that lie together become their mean."""
    shades = np.frombuffer(points, np.uint8).reshape(-1, 4)[:, :3].astype(np.int64)
    for step in _STEPS:
        rounded = (shades + step // 2) // step
        keys = (rounded[:, 0] << 16) | (rounded[:, 1] << 8) | rounded[:, 2]
        colours, which = np.unique(keys, return_inverse=True)
        if len(colours) <= _MOST:
            break
    counts = np.bincount(which)
    means = np.stack([np.bincount(which, shades[:, at]) / counts for at in range(3)], axis=1)
    rows = which.astype(np.uint8).reshape(height, width)
    lines = b"".join(b"\0" + row.tobytes() for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [
        (b"IHDR", head),
        (b"PLTE", means.round().astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + check
