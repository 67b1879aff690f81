package dev.understudy.cache.format;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Body;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache.CachedReply;
import dev.understudy.serve.StandIn;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header of an entry's file, which describes its body. */
final class EntryHeader {

    private EntryHeader() {}

    static byte[] write(String key, CachedReply cached) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeText(out, key);
            writeInstant(out, cached.validated());
            writeReply(out, cached.reply());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    static CachedReply read(String key, ByteArrayInputStream header, Body body) throws CorruptEntryException {
        try (DataInputStream in = new DataInputStream(header)) {
            if (!readText(in).equals(key)) {
                throw new CorruptEntryException("another entry's");
            }
            Instant validated = readInstant(in);
            return new CachedReply(readReply(in, body), validated);
        } catch (CorruptEntryException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The checksum was right, so another version of the server wrote names that this one does not know.
            throw new CorruptEntryException("of another version: " + e);
        }
    }

    private static void writeReply(DataOutputStream out, Reply reply) throws IOException {
        out.writeInt(reply.status());
        writeText(out, reply.contentType());
        out.writeBoolean(reply.freshness().storable());
        out.writeLong(reply.freshness().maxAge().toMillis());
        writeOptional(out, reply.digest());
        writeOptionalInstant(out, reply.lastModified());
        out.writeInt(reply.stamps().size());
        for (Stamp stamp : reply.stamps()) {
            writeStamp(out, stamp);
        }
        writeStandIn(out, reply.standIn());
        out.writeInt(reply.objects().size());
        for (String object : reply.objects()) {
            writeText(out, object);
        }
    }

    private static Reply readReply(DataInputStream in, Body body) throws IOException {
        int status = in.readInt();
        String contentType = readText(in);
        boolean storable = in.readBoolean();
        Duration maxAge = Duration.ofMillis(in.readLong());
        // Who may share it is not the cache's to know: the engine says so with every answer.
        Freshness freshness = storable ? Freshness.of(maxAge) : Freshness.NO_STORE;
        String digest = readOptional(in);
        Instant lastModified = readOptionalInstant(in);
        int count = in.readInt();
        List<Stamp> stamps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stamps.add(readStamp(in));
        }
        StandIn standIn = readStandIn(in);
        List<String> objects = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            objects.add(readText(in));
        }
        return new Reply(
                        status, contentType, body, freshness, digest, lastModified, stamps, CacheUse.UNDEFINED, standIn)
                .withObjects(objects);
    }

    private static void writeStamp(DataOutputStream out, Stamp stamp) throws IOException {
        writeText(out, stamp.key().kind().name());
        writeText(out, stamp.key().rootPath());
        writeText(out, stamp.key().path());
        out.writeBoolean(stamp.key().fromCatalog());
        out.writeLong(stamp.modified());
        out.writeLong(stamp.length());
        writeText(out, stamp.identity());
    }

    private static Stamp readStamp(DataInputStream in) throws IOException {
        SourceKey.Kind kind = SourceKey.Kind.valueOf(readText(in));
        SourceKey key = new SourceKey(kind, readText(in), readText(in), in.readBoolean());
        return new Stamp(key, in.readLong(), in.readLong(), readText(in));
    }

    private static void writeStandIn(DataOutputStream out, @Nullable StandIn standIn) throws IOException {
        out.writeBoolean(standIn != null);
        if (standIn != null) {
            writeText(out, standIn.kind().name());
            writeText(out, standIn.cause().name());
        }
    }

    private static @Nullable StandIn readStandIn(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? new StandIn(StandIn.Kind.valueOf(readText(in)), FailureKind.valueOf(readText(in)))
                : null;
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void writeOptional(DataOutputStream out, @Nullable String value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            writeText(out, value);
        }
    }

    private static @Nullable String readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? readText(in) : null;
    }

    private static void writeOptionalInstant(DataOutputStream out, @Nullable Instant value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            writeInstant(out, value);
        }
    }

    private static @Nullable Instant readOptionalInstant(DataInputStream in) throws IOException {
        return in.readBoolean() ? readInstant(in) : null;
    }

    private static void writeInstant(DataOutputStream out, Instant value) throws IOException {
        out.writeLong(value.getEpochSecond());
        out.writeInt(value.getNano());
    }

    private static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
