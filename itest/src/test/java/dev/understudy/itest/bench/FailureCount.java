package dev.understudy.itest.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What happens to files: to images, to catalogs, to the cache. All of it is undone at once. */
final class FailureCount {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private FailureCount() {}

    /** One of the ways to harm an image. */
    static CheckedImage.Harm any(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> FailureCount::missing;
            case 1 -> (file, meanwhile) -> replaced(file, new byte[0], meanwhile);
            case 2 ->
                (file, meanwhile) -> {
                    byte[] whole = Files.readAllBytes(file);
                    byte[] start = new byte[random.nextInt(whole.length)];
                    System.arraycopy(whole, 0, start, 0, start.length);
                    replaced(file, start, meanwhile);
                };
            default -> new Flips(random);
        };
    }

    /**
     * Flips bits anywhere. Only PNG has checksums: about one in six JPEGs with 20 flipped bits, and nearly all lossy WebP files
     * and bitmaps, still are valid files.
     */
    private record Flips(Random random) implements CheckedImage.Harm {

        private static final int BITS = 20;

        @Override
        public void to(Path file, Runnable meanwhile) throws IOException {
            byte[] flipped = Files.readAllBytes(file);
            for (int i = 0; i < BITS; i++) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            replaced(file, flipped, meanwhile);
        }

        @Override
        public boolean mayPass(Path file) throws IOException {
            try (InputStream content = Files.newInputStream(file)) {
                return !Arrays.equals(content.readNBytes(PNG.length), PNG);
            }
        }
    }

    private static void missing(Path file, Runnable meanwhile) throws IOException {
        Path aside = aside(file);
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        try {
            meanwhile.run();
        } finally {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void replaced(Path file, byte[] content, Runnable meanwhile) throws IOException {
        Path aside = aside(file);
        Path other = Files.write(file.resolveSibling(file.getFileName() + ".other"), content);
        Files.createLink(aside, file);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try {
            meanwhile.run();
        } finally {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + ".aside");
    }

    /** Leaves a catalog file half-written for a moment; its last good state should be served. */
    static void halfWritten(Path catalogFile, Runnable meanwhile) throws IOException {
        byte[] whole = Files.readAllBytes(catalogFile);
        try (FileChannel channel =
                FileChannel.open(catalogFile, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(whole, 0, whole.length / 2));
            meanwhile.run();
            channel.write(ByteBuffer.wrap(whole, whole.length / 2, whole.length - whole.length / 2));
        }
    }

    /** Flips a byte of an entry of the cache, or deletes it. */
    static void inCache(Path cache, Random random) throws IOException {
        List<Path> entries;
        try (Stream<Path> files = Files.walk(cache)) {
            entries = files.filter(Files::isRegularFile).limit(1000).toList();
        } catch (java.io.UncheckedIOException e) {
            return; // the server removed a folder or entry meanwhile
        }
        if (entries.isEmpty()) {
            return;
        }
        Path entry = entries.get(random.nextInt(entries.size()));
        try (FileChannel channel = FileChannel.open(entry, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() == 0 || random.nextBoolean()) {
                Files.delete(entry);
                return;
            }
            long place = random.nextLong(channel.size());
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, place);
            one.put(0, (byte) (one.get(0) ^ 1 << random.nextInt(8))).rewind();
            channel.write(one, place);
        } catch (NoSuchFileException e) {
            // the server was faster
        }
    }
}
