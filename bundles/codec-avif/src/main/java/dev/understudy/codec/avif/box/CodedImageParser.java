package dev.understudy.codec.avif.box;

import dev.understudy.codec.avif.av1.ChromaFormat;
import dev.understudy.codec.avif.av1.SequenceHeader;
import dev.understudy.codec.avif.av1.TemporalUnit;
import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.failure.ServeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what items say of their images, and checks it against what the coded data says. */
final class CodedImageParser {

    /** The header is among the first bytes of coded data. */
    private static final int HEADER_BYTES = 512;

    /** More than any image has: its memory is announced by its pixels. */
    private static final long DATA_A_PIXEL = 16;

    private static final long LEAST_DATA = 1 << 16;

    private static final int LONGEST_GRID = 64;

    private static final int MOST_TILES = 1 << 16;

    private final Input input;
    private final ItemTable items;

    CodedImageParser(Input input, ItemTable items) {
        this.input = input;
        this.items = items;
    }

    CodedImage parse(ImageItem item) throws IOException, ServeException {
        return switch (item.type()) {
            case ImageItem.CODED -> {
                CodedImage.Tile tile = parseTile(item);
                SequenceHeader header = tile.header();
                yield new CodedImage(header.width(), header.height(), 1, List.of(tile));
            }
            case ImageItem.GRID -> parseGrid(item);
            default -> throw new UnsupportedException("an image of the kind '" + item.type() + "'");
        };
    }

    private CodedImage.Tile parseTile(ImageItem item) throws IOException, ServeException {
        if (item.length() == 0) {
            throw new DamagedException("there is no data of its image");
        }
        SequenceHeader header;
        try (Input data = input.of(item.data())) {
            header = TemporalUnit.header(data.bytes(0, Math.min(HEADER_BYTES, data.length())));
        }
        DimensionChecks.check(header.width(), header.height());
        if (item.length() > LEAST_DATA + DATA_A_PIXEL * header.width() * header.height()) {
            throw new DamagedException("there is more data than its image can have");
        }
        FieldReader size = size(item);
        if (size.u32() != header.width() || size.u32() != header.height()) {
            throw new DamagedException("its sizes contradict each other");
        }
        return new CodedImage.Tile(header, item.data());
    }

    private FieldReader size(ImageItem item) throws IOException {
        IsoBox box = item.property("ispe");
        if (box == null) {
            throw new DamagedException("the size of its image is missing");
        }
        FieldReader in = FieldReader.of(input, box);
        in.version();
        return in;
    }

    private CodedImage parseGrid(ImageItem item) throws IOException, ServeException {
        if (item.length() > LONGEST_GRID) {
            throw new DamagedException("its grid is damaged");
        }
        byte[] bytes;
        try (Input data = input.of(item.data())) {
            bytes = data.bytes(0, data.length());
        }
        FieldReader in = FieldReader.of(bytes, ImageItem.GRID);
        in.u8();
        int numberSize = (in.u8() & 1) == 0 ? 2 : 4;
        int rows = in.u8() + 1;
        int columns = in.u8() + 1;
        long width = in.number(numberSize);
        long height = in.number(numberSize);
        DimensionChecks.check(width, height);
        FieldReader size = size(item);
        if (size.u32() != width || size.u32() != height) {
            throw new DamagedException("its sizes contradict each other");
        }
        List<ImageItem> parts = items.referred(item, "dimg");
        if (parts.size() != rows * columns || parts.size() > MOST_TILES) {
            throw new DamagedException("tiles of its image are missing");
        }
        CodedImage grid = new CodedImage((int) width, (int) height, columns, parseTiles(parts));
        requireCovered(grid, rows);
        return grid;
    }

    private List<CodedImage.Tile> parseTiles(List<ImageItem> parts) throws IOException, ServeException {
        List<CodedImage.Tile> tiles = new ArrayList<>();
        for (ImageItem part : parts) {
            if (!part.type().equals(ImageItem.CODED)) {
                throw new UnsupportedException("a grid of images of the kind '" + part.type() + "'");
            }
            CodedImage.Tile tile = parseTile(part);
            if (!tiles.isEmpty() && !tile.header().isLike(tiles.get(0).header())) {
                throw new DamagedException("the tiles of its image do not fit");
            }
            tiles.add(tile);
        }
        return tiles;
    }

    /** The tiles must cover the image, each of them a part of it, and begin between samples of chroma. */
    private static void requireCovered(CodedImage grid, int rows) throws DamagedException {
        SequenceHeader tile = grid.header();
        ChromaFormat chroma = tile.chroma();
        long across = (long) tile.width() * grid.columns();
        long down = (long) tile.height() * rows;
        boolean covered = across >= grid.width()
                && down >= grid.height()
                && across - tile.width() < grid.width()
                && down - tile.height() < grid.height();
        boolean between = (grid.columns() == 1 || !chroma.reducesColumns() || tile.width() % 2 == 0)
                && (rows == 1 || !chroma.reducesRows() || tile.height() % 2 == 0);
        if (!covered || !between) {
            throw new DamagedException("the tiles of its image do not fit");
        }
    }
}
