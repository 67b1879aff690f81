package dev.understudy.engine.save;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders in which files appear whole, and from which nothing leads out. */
class SaveFolderTest {

    private static final byte[] BYTES = "bytes".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path root;

    private void save(String name, byte[] bytes, String... folders) throws IOException {
        try (SaveFolder folder = SaveFolder.open(root, List.of(folders))) {
            folder.write(name, bytes, () -> true);
        }
    }

    private Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String reason(IOException e) {
        return SaveFailures.reason(e);
    }

    @Test
    void filesAreWhole() throws Exception {
        Path folder = Files.createDirectories(root.resolve("shop/hats"));
        long before = System.currentTimeMillis() - 2000;
        long written;
        try (SaveFolder open = SaveFolder.open(root, List.of("shop", "hats"))) {
            written = open.write("a.jpg", BYTES, () -> true);
        }
        assertArrayEquals(BYTES, Files.readAllBytes(folder.resolve("a.jpg")));
        assertEquals(Set.of("a.jpg"), names(folder));
        assertEquals(Files.getLastModifiedTime(folder.resolve("a.jpg")).toMillis(), written);
        assertTrue(written >= before && written <= System.currentTimeMillis() + 2000);
    }

    @Test
    void aFileTakesThePlaceOfAnother() throws Exception {
        Path file = Files.write(root.resolve("a.jpg"), new byte[1_000_000]);
        Path same = Files.createLink(root.resolve("same.jpg"), file);
        save("a.jpg", BYTES);
        assertArrayEquals(BYTES, Files.readAllBytes(file));
        // Whoever reads the former file goes on to read that.
        assertEquals(1_000_000, Files.size(same));
        assertEquals(Set.of("a.jpg", "same.jpg"), names(root));
    }

    @Test
    void noFolderIsMade() throws Exception {
        IOException missing = assertThrows(IOException.class, () -> save("a.jpg", BYTES, "shop"));
        assertEquals("there is no folder 'shop', and none is made", reason(missing));
        Files.write(root.resolve("shop"), BYTES);
        assertEquals(
                "'shop' is no folder", reason(assertThrows(IOException.class, () -> save("a.jpg", BYTES, "shop"))));
        assertEquals(Set.of("shop"), names(root));
    }

    @Test
    void noLinkIsFollowed(@TempDir Path outside) throws Exception {
        Files.createSymbolicLink(root.resolve("shop"), outside);
        IOException link = assertThrows(IOException.class, () -> save("a.jpg", BYTES, "shop"));
        assertEquals("it is a link, and no link is followed", reason(link));
        Path victim = Files.write(outside.resolve("victim.jpg"), new byte[3]);
        Files.createSymbolicLink(root.resolve("a.jpg"), victim);
        assertEquals(
                "what has that name is a link", reason(assertThrows(IOException.class, () -> save("a.jpg", BYTES))));
        assertEquals(3, Files.size(victim));
        assertEquals(Set.of("victim.jpg"), names(outside));
        assertEquals(Set.of("a.jpg", "shop"), names(root));
    }

    @Test
    void aLinkThatTakesThePlaceOfAnOpenFolderLeadsNowhere(@TempDir Path outside) throws Exception {
        Path shop = Files.createDirectory(root.resolve("shop"));
        try (SaveFolder folder = SaveFolder.open(root, List.of("shop"))) {
            Path moved = Files.move(shop, root.resolve("moved"));
            Files.createSymbolicLink(shop, outside);
            folder.write("a.jpg", BYTES, () -> true);
            assertEquals(Set.of("a.jpg"), names(moved));
        }
        assertEquals(Set.of(), names(outside));
    }

    /** A folder that turns into a link and back all the time: files are in the folder or nowhere. */
    @Test
    @Timeout(60)
    void linksThatComeAndGoLeadNowhere(@TempDir Path outside) throws Exception {
        Path shop = Files.createDirectory(root.resolve("shop"));
        Path away = root.resolve("away");
        AtomicBoolean done = new AtomicBoolean();
        Thread swapper = new Thread(() -> {
            try {
                while (!done.get()) {
                    Files.move(shop, away);
                    Files.createSymbolicLink(shop, outside);
                    Files.delete(shop);
                    Files.move(away, shop);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        swapper.start();
        int saved = 0;
        try {
            for (int i = 0; i < 500; i++) {
                try {
                    save("a" + i + ".jpg", BYTES, "shop");
                    saved++;
                } catch (IOException e) {
                    // It met the link, or nothing.
                }
            }
        } finally {
            done.set(true);
            swapper.join();
        }
        assertEquals(Set.of(), names(outside));
        assertEquals(saved, names(shop).size());
    }

    @Test
    @Timeout(20)
    void whatIsNoFileStays() throws Exception {
        Files.createDirectory(root.resolve("a.jpg"));
        assertEquals(
                "what has that name is a folder", reason(assertThrows(IOException.class, () -> save("a.jpg", BYTES))));
        Process made = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start();
        assertEquals(0, made.waitFor());
        assertThrows(IOException.class, () -> save("pipe", BYTES));
        assertThrows(IOException.class, () -> save("a.jpg", BYTES, "pipe"));
        assertEquals(Set.of("a.jpg", "pipe"), names(root));
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotThere() throws Exception {
        Files.write(root.resolve("b.jpg"), new byte[3]);
        try (SaveFolder folder = SaveFolder.open(root, List.of())) {
            assertThrows(IOException.class, () -> folder.write("a.jpg", BYTES, () -> false));
            assertThrows(IOException.class, () -> folder.write("b.jpg", BYTES, () -> false));
        }
        assertEquals(Set.of("b.jpg"), names(root));
        assertEquals(3, Files.size(root.resolve("b.jpg")));
    }

    @Test
    void anInterruptedThreadLeavesNothing() throws Exception {
        Thread.currentThread().interrupt();
        IOException stopped = assertThrows(IOException.class, () -> save("a.jpg", BYTES));
        assertTrue(Thread.interrupted());
        assertEquals("it took too long", reason(stopped));
        assertEquals(Set.of(), names(root));
    }

    @Test
    void namesThatTheFileSystemRefusesLeaveNothing() throws Exception {
        IOException refused = assertThrows(IOException.class, () -> save("a".repeat(300), BYTES));
        assertTrue(reason(refused).contains("too long"), reason(refused));
        assertEquals(Set.of(), names(root));
    }

    @Test
    @Timeout(60)
    void ofSeveralAtATimeOneIsThereWhole() throws Exception {
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            byte[] bytes = new byte[100_000 + writer];
            Arrays.fill(bytes, (byte) writer);
            writers.add(new Thread(() -> {
                try {
                    for (int i = 0; i < 5; i++) {
                        save("a.jpg", bytes);
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }));
        }
        writers.forEach(Thread::start);
        Path file = root.resolve("a.jpg");
        while (writers.stream().anyMatch(Thread::isAlive)) {
            if (Files.exists(file)) {
                assertIsOneOf(Files.readAllBytes(file));
            }
        }
        assertIsOneOf(Files.readAllBytes(file));
        assertEquals(Set.of("a.jpg"), names(root));
    }

    private static void assertIsOneOf(byte[] bytes) {
        assertEquals(100_000 + bytes[0], bytes.length);
        assertEquals(bytes[0], bytes[bytes.length - 1]);
    }

    @Test
    void leftoversOfAKilledProcessAreDeletedOnce() throws Exception {
        Instant now = Instant.now();
        Path old = Files.write(root.resolve(".understudy-old.part"), BYTES);
        Path young = Files.write(root.resolve(".understudy-young.part"), BYTES);
        Path other = Files.write(root.resolve("understudy.part"), BYTES);
        FileTime hours = FileTime.from(now.minusSeconds(7200));
        Files.setLastModifiedTime(old, hours);
        Files.setLastModifiedTime(other, hours);
        Leftovers leftovers = new Leftovers(InstantSource.fixed(now));
        try (SaveFolder folder = SaveFolder.open(root, List.of())) {
            leftovers.delete(folder);
        }
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young) && Files.exists(other));
        Files.setLastModifiedTime(young, hours);
        try (SaveFolder folder = SaveFolder.open(root, List.of())) {
            leftovers.delete(folder);
        }
        assertTrue(Files.exists(young));
    }
}
