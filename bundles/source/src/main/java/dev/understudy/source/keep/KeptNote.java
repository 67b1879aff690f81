package dev.understudy.source.keep;

import dev.understudy.source.keep.FetchedFile.FetchedState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What is noted beside a kept file, so that another run of the server knows it. The time at which the file was validated last is that of the file
 * itself.
 *
 * @param id names the file
 * @param state what was fetched
 * @param digest of the content, by which a file is known that was not written to its end, or has been damaged since
 */
record KeptNote(String id, FetchedState state, String digest) {

    private static final String ENDING = ".note";
    private static final String UNFINISHED = ".new";

    /** What stands behind the names of files, as a regular expression. */
    static final String ENDINGS = "\\" + ENDING + "|\\" + UNFINISHED;

    private static final int FORM = 1;

    /** Where the note of a file is. */
    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    static boolean isNote(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    /** Writes the note of a file: all of it is there, or nothing. */
    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(FORM);
        out.writeUTF(id);
        out.writeLong(state.modified());
        out.writeLong(state.length());
        out.writeUTF(state.identity());
        out.writeUTF(text(state.etag()));
        out.writeUTF(text(state.lastModified()));
        out.writeUTF(digest);
        out.writeLong(sum(bytes.toByteArray(), bytes.size()));
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.write(unfinished, bytes.toByteArray());
        Files.move(unfinished, of(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The note of a file.
     *
     * @throws IOException when there is none, or it is not whole
     */
    static KeptNote read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(of(file));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != FORM) {
            throw new IOException("a note of another form");
        }
        String id = in.readUTF();
        long modified = in.readLong();
        long length = in.readLong();
        String identity = in.readUTF();
        FetchedState state =
                new FetchedState(modified, length, identity, textOrNull(in.readUTF()), textOrNull(in.readUTF()));
        String digest = in.readUTF();
        long sum = sum(bytes, bytes.length - in.available());
        if (in.readLong() != sum || in.available() > 0) {
            throw new IOException("a note that is not whole");
        }
        return new KeptNote(id, state, digest);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static long sum(byte[] bytes, int count) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, count);
        return sum.getValue();
    }
}
