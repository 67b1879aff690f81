package dev.understudy.itest.hostile;

import java.util.ArrayList;
import java.util.List;

/** TIFF: a directory of entries of a tag, a type, a count, and a value or where it is. */
final class TiffFields implements FormatFields {

    private static final int ENTRY = 12;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int SOFTWARE = 305;
    private static final int PROFILE = 34675;
    private static final int UNDEFINED = 7;

    @Override
    public List<Field> lengths(byte[] file) {
        boolean bigEndian = file[0] == 'M';
        List<Field> lengths = new ArrayList<>(List.of(new Field(4, 4, bigEndian)));
        for (int entry : entries(file)) {
            lengths.add(new Field(entry + 2, 2, bigEndian));
            lengths.add(new Field(entry + 4, 4, bigEndian));
            lengths.add(new Field(entry + 8, 4, bigEndian));
        }
        return lengths;
    }

    @Override
    public List<Field> sizes(byte[] file) {
        boolean bigEndian = file[0] == 'M';
        return entries(file).stream()
                .filter(entry -> tag(file, entry) == WIDTH || tag(file, entry) == HEIGHT)
                .map(entry ->
                        new Field(entry + 8, new Field(entry + 2, 2, bigEndian).read(file) == 3 ? 2 : 4, bigEndian))
                .toList();
    }

    /** The profile is put at the end of the file; a note, or the last entry, makes room for it in the directory. */
    @Override
    public byte[] withProfile(byte[] file, byte[] profile) {
        boolean bigEndian = file[0] == 'M';
        List<Integer> entries = entries(file);
        int entry = entries.stream()
                .filter(candidate -> tag(file, candidate) == PROFILE || tag(file, candidate) == SOFTWARE)
                .findFirst()
                .orElse(entries.get(entries.size() - 1));
        byte[] longer = java.util.Arrays.copyOf(file, file.length + profile.length);
        System.arraycopy(profile, 0, longer, file.length, profile.length);
        new Field(entry, 2, bigEndian).write(longer, PROFILE);
        new Field(entry + 2, 2, bigEndian).write(longer, UNDEFINED);
        new Field(entry + 4, 4, bigEndian).write(longer, profile.length);
        new Field(entry + 8, 4, bigEndian).write(longer, file.length);
        return longer;
    }

    private static long tag(byte[] file, int entry) {
        return new Field(entry, 2, file[0] == 'M').read(file);
    }

    private static List<Integer> entries(byte[] file) {
        boolean bigEndian = file[0] == 'M';
        int directory = (int) new Field(4, 4, bigEndian).read(file);
        List<Integer> entries = new ArrayList<>();
        for (int i = 0; i < new Field(directory, 2, bigEndian).read(file); i++) {
            entries.add(directory + 2 + i * ENTRY);
        }
        return entries;
    }
}
