package dev.understudy.codec.avif;

import dev.understudy.codec.avif.av1.ChromaFormat;
import dev.understudy.codec.avif.av1.SequenceHeader;
import dev.understudy.codec.avif.box.CodedImage;
import dev.understudy.image.Plane;
import java.util.ArrayList;
import java.util.List;

/** Puts the tiles of a grid beside each other; what is beyond the image is cut off. */
final class TileCanvas {

    private final CodedImage image;
    private final ChromaFormat chroma;
    private final List<Plane> planes = new ArrayList<>();

    TileCanvas(CodedImage image) {
        this.image = image;
        chroma = image.header().chroma();
        for (int i = 0; i < chroma.planes(); i++) {
            planes.add(Plane.blank(chroma.width(i, image.width()), chroma.height(i, image.height())));
        }
    }

    void put(int index, List<Plane> tile) {
        SequenceHeader header = image.header();
        int x = index % image.columns() * header.width();
        int y = index / image.columns() * header.height();
        for (int i = 0; i < tile.size(); i++) {
            put(tile.get(i), planes.get(i), chroma.width(i, x), chroma.height(i, y));
        }
    }

    private static void put(Plane tile, Plane canvas, int x, int y) {
        int width = Math.min(tile.width(), canvas.width() - x);
        int height = Math.min(tile.height(), canvas.height() - y);
        for (int row = 0; row < height; row++) {
            System.arraycopy(
                    tile.samples(), row * tile.width(), canvas.samples(), (y + row) * canvas.width() + x, width);
        }
    }

    List<Plane> planes() {
        return planes;
    }
}
