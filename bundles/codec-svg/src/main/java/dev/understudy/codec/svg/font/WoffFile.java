package dev.understudy.codec.svg.font;

import java.awt.FontFormatException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks fonts as the web has them.
 *
 * <p>Source: W3C's "WOFF File Format 1.0".
 */
final class WoffFile {

    /** What such a file begins with: {@code wOFF}. */
    static final int SIGNATURE = 0x774f4646;

    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int SFNT_HEADER = 12;
    private static final int SFNT_ENTRY = 16;

    private final ByteBuffer file;
    private final List<Table> tables = new ArrayList<>();

    private WoffFile(ByteBuffer file) {
        this.file = file;
    }

    /** A table: where it is packed, and how long it is then and afterwards. */
    private record Table(int tag, int offset, int packed, int length, int checksum) {

        /** The room that it takes, as tables begin at multiples of four. */
        long room() {
            return (length + 3L) & ~3L;
        }
    }

    /**
     * The font in the file.
     *
     * @param mostBytes that it may have
     * @throws FontFormatException when the file is damaged, or the font is larger
     */
    static byte[] unpacked(byte[] file, int mostBytes) throws FontFormatException {
        try {
            return new WoffFile(ByteBuffer.wrap(file)).unpacked(mostBytes);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DataFormatException e) {
            FontFormatException damaged = new FontFormatException("its packed tables are damaged");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private byte[] unpacked(int mostBytes) throws FontFormatException, DataFormatException {
        int count = Short.toUnsignedInt(file.getShort(12));
        long length = SFNT_HEADER + (long) SFNT_ENTRY * count;
        for (int i = 0; i < count; i++) {
            Table table = table(HEADER + i * ENTRY);
            length += table.room();
            tables.add(table);
        }
        if (length > mostBytes) {
            throw new FontFormatException("it has more than " + mostBytes + " bytes");
        }
        byte[] font = new byte[(int) length];
        ByteBuffer head = ByteBuffer.wrap(font);
        writeHeader(head, count);
        write(head, font);
        return font;
    }

    private Table table(int entry) throws DataFormatException {
        Table table = new Table(
                file.getInt(entry),
                file.getInt(entry + 4),
                file.getInt(entry + 8),
                file.getInt(entry + 12),
                file.getInt(entry + 16));
        if (table.offset() < 0 || table.packed() < 0 || table.length() < table.packed()) {
            throw new DataFormatException("a table that is larger when it is packed");
        }
        return table;
    }

    private void writeHeader(ByteBuffer head, int count) {
        int power = Integer.highestOneBit(Math.max(1, count));
        head.putInt(file.getInt(4)).putShort((short) count);
        head.putShort((short) (power * SFNT_ENTRY));
        head.putShort((short) Integer.numberOfTrailingZeros(power));
        head.putShort((short) ((count - power) * SFNT_ENTRY));
    }

    /** Writes the tables in the order in which they are packed, which is that of the font, and what the head says of them. */
    private void write(ByteBuffer head, byte[] font) throws DataFormatException {
        int[] offsets = new int[tables.size()];
        int offset = SFNT_HEADER + SFNT_ENTRY * tables.size();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> tables.get(i).offset()));
        for (int i : order) {
            offsets[i] = offset;
            unpack(tables.get(i), font, offset);
            offset += (int) tables.get(i).room();
        }
        for (int i = 0; i < offsets.length; i++) {
            Table table = tables.get(i);
            head.putInt(table.tag()).putInt(table.checksum()).putInt(offsets[i]).putInt(table.length());
        }
    }

    private void unpack(Table table, byte[] font, int offset) throws DataFormatException {
        if (table.packed() == table.length()) {
            file.get(table.offset(), font, offset, table.length());
            return;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file.slice(table.offset(), table.packed()));
            int done = inflater.inflate(font, offset, table.length());
            if (done != table.length() || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                throw new DataFormatException("a table of another length");
            }
        } finally {
            inflater.end();
        }
    }
}
