# Draws the image that the validator of the IIIF Image API looks for: ten by ten squares of its own colors.
import sys

from PIL import Image
from iiif_validator.validator import ValidationInfo

SIDE = 100
colors = ValidationInfo().colorInfo
image = Image.new('RGB', (len(colors) * SIDE, len(colors[0]) * SIDE))
for x, column in enumerate(colors):
    for y, color in enumerate(column):
        image.paste(color, (x * SIDE, y * SIDE, (x + 1) * SIDE, (y + 1) * SIDE))
image.save(sys.argv[1])
