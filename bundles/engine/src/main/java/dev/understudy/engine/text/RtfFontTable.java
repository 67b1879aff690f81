package dev.understudy.engine.text;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/**
 * The fonts that the control word {@code f} picks from.
 *
 * <p>Source: the reference's pages on font handling and on document properties.
 *
 * @param entries by their numbers
 */
record RtfFontTable(Map<Integer, Entry> entries) {

    static final RtfFontTable EMPTY = new RtfFontTable(Map.of());

    RtfFontTable {
        entries = Map.copyOf(entries);
    }

    /**
     * A font.
     *
     * @param name {@code font::Name}; empty for the default font
     * @param charset what 8-bit characters mean in it; the control word {@code fcharset}
     */
    record Entry(String name, Charset charset) {

        /** The font of characters that say nothing about theirs. */
        static final Entry DEFAULT = new Entry("", RtfCharsets.ANSI);
    }

    /**
     * Reads a {@code fonttbl} group.
     *
     * @param usual what 8-bit characters mean in fonts that do not say it
     */
    static RtfFontTable read(String group, Charset usual) {
        Reader reader = new Reader(new RtfScanner(group), usual);
        return new RtfFontTable(reader.read());
    }

    /** The font of a number; the default font when the table has none. */
    Entry at(int number) {
        return entries.getOrDefault(number, Entry.DEFAULT);
    }

    private static final class Reader {

        private final RtfScanner scanner;
        private final Map<Integer, Entry> entries = new HashMap<>();
        private final StringBuilder name = new StringBuilder();
        private final Charset usual;
        private Charset charset;
        private int number;

        Reader(RtfScanner scanner, Charset usual) {
            this.scanner = scanner;
            this.usual = usual;
            charset = usual;
        }

        Map<Integer, Entry> read() {
            while (scanner.next()) {
                switch (scanner.kind()) {
                    case WORD -> word(scanner.word(), scanner.number());
                    case BYTE -> name.append(charset.decode(ByteBuffer.wrap(new byte[] {(byte) scanner.number()})));
                    case CHARACTER -> character(scanner.character());
                    case IGNORABLE -> scanner.skipGroup();
                    case CLOSE -> end();
                    case OPEN -> {}
                }
            }
            end();
            return entries;
        }

        private void word(String word, int value) {
            switch (word) {
                case "f" -> number = value;
                case "fcharset" -> charset = RtfCharsets.of(value);
                case "u" -> name.append((char) value);
                default -> {}
            }
        }

        private void character(char character) {
            if (character == ';') {
                end();
            } else {
                name.append(character);
            }
        }

        private void end() {
            String read = name.toString().strip();
            if (!read.isEmpty()) {
                entries.put(number, new Entry(read, charset));
            }
            name.setLength(0);
            charset = usual;
        }
    }
}
