package dev.understudy.cache.cluster;

import dev.understudy.observe.CachedReplies.ReplyOrigin;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.ReplySelection.SelectedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The order to forget replies.
 *
 * @param id tells it from all others
 * @param time when it was given
 * @param which which replies are meant
 */
public record Purge(String id, Instant time, ReplySelection which) {

    /** How much the clocks of two servers may differ; what was made that long after a purge is forgotten with the rest. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int VERSION = 1;

    /** The time before which a reply must have begun to be made to be meant. */
    public Instant madeBefore() {
        return time.plus(SKEW);
    }

    /**
     * Whether a reply is meant.
     *
     * @param made when its making began
     */
    public boolean covers(ReplyOrigin origin, Instant made) {
        return made.isBefore(madeBefore()) && which.test(origin);
    }

    /** The same order; one that seems to be given later, by a clock that is fast, is given now. */
    Purge notAfter(Instant now) {
        return time.isAfter(now.plus(SKEW)) ? new Purge(id, now, which) : this;
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeLong(time.toEpochMilli());
            out.writeBoolean(which.all());
            writeAll(out, which.objects());
            writeAll(out, which.catalogs());
            writeAll(out, which.rootPaths());
            out.writeInt(which.files().size());
            for (SelectedFile file : which.files()) {
                out.writeUTF(file.rootPath());
                out.writeUTF(file.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("names that are too long to be told to others", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it is of another version of the server, or damaged
     */
    static Purge read(String id, byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != VERSION) {
                throw new IOException("of another version");
            }
            Instant time = Instant.ofEpochMilli(in.readLong());
            boolean all = in.readBoolean();
            Set<String> objects = readAll(in);
            Set<String> catalogs = readAll(in);
            Set<String> rootPaths = readAll(in);
            Set<SelectedFile> files = new LinkedHashSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                files.add(new SelectedFile(in.readUTF(), in.readUTF()));
            }
            return new Purge(id, time, new ReplySelection(all, objects, catalogs, rootPaths, files));
        }
    }

    private static void writeAll(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static Set<String> readAll(DataInputStream in) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
