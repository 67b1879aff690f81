package dev.understudy.source.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSourceAccessTest {

    @TempDir
    Path temp;

    private Path first;
    private Path second;
    private SourceAccess access;

    @BeforeEach
    void makeRoots() throws IOException {
        first = Files.createDirectories(temp.resolve("first"));
        second = Files.createDirectories(temp.resolve("second"));
        access = access(List.of(first, second), List.of(second));
    }

    private static SourceAccess access(List<Path> images, List<Path> staticContent) {
        RootFolders roots = new RootFolders(images, staticContent, false);
        return new FileSourceAccess(roots, new RootWatch(roots), TestCatalogs::new);
    }

    @Test
    void joinsRootRootPathAndPath() throws Exception {
        write(first.resolve("shop/chairs/oak.jpg"), "oak");
        assertEquals("oak", read(cataloged("shop", "chairs/oak.jpg")));
        assertEquals("oak", read(requested("shop", "chairs/oak.jpg")));
        assertEquals("oak", read(requested("", "shop/chairs/oak.jpg")));
        assertEquals("oak", read(requested("shop/chairs/", "oak.jpg")));
    }

    @Test
    void searchesTheRootsInOrder() throws Exception {
        write(second.resolve("a.jpg"), "second");
        assertEquals("second", read(requested("", "a.jpg")));
        write(first.resolve("a.jpg"), "first");
        assertEquals("first", read(requested("", "a.jpg")));
    }

    @Test
    void aRootPathIsAFolderOfAnyRootOrAnAbsoluteOne() throws Exception {
        Files.createDirectories(second.resolve("shop"));
        write(first.resolve("file"), "no folder");
        assertTrue(access.hasFolder(SourceKey.Kind.IMAGE, "shop"));
        assertTrue(access.hasFolder(SourceKey.Kind.STATIC_CONTENT, second.toString()));
        assertFalse(access.hasFolder(SourceKey.Kind.IMAGE, "lost"));
        assertFalse(access.hasFolder(SourceKey.Kind.IMAGE, "file"));
        assertFalse(access.hasFolder(SourceKey.Kind.IMAGE, temp.resolve("lost").toString()));
        assertFalse(access.hasFolder(SourceKey.Kind.IMAGE, "nul\0"));
    }

    @Test
    void anAbsoluteRootPathReplacesTheServersRoots() throws Exception {
        Path tenant = Files.createDirectories(temp.resolve("tenant"));
        write(tenant.resolve("a.jpg"), "tenant");
        write(first.resolve("a.jpg"), "first");
        assertEquals("tenant", read(requested(tenant.toString(), "a.jpg")));
        assertEquals(
                FailureKind.OBJECT_UNKNOWN,
                failure(requested(tenant.toString(), "b.jpg")).kind());
    }

    @Test
    void anAbsolutePathInACatalogReplacesEverything() throws Exception {
        Path file = write(temp.resolve("elsewhere/a.jpg"), "elsewhere");
        assertEquals("elsewhere", read(cataloged("shop", file.toString())));
        assertInstanceOf(Failure.Malformed.class, failure(requested("shop", file.toString())));
    }

    @Test
    void staticContentHasRootsOfItsOwn() throws Exception {
        write(first.resolve("a.txt"), "first");
        SourceKey key = new SourceKey(SourceKey.Kind.STATIC_CONTENT, "", "a.txt", false);
        assertEquals(new Failure.StaticMissing("a.txt"), failure(key));
        write(second.resolve("a.txt"), "second");
        assertEquals("second", read(key));
    }

    @Test
    void aMissingFileIsMissingByWhereItsPathCameFrom() {
        assertEquals(new Failure.Missing("shop/a.jpg", true), failure(cataloged("shop", "a.jpg")));
        assertEquals(new Failure.Missing("shop/a.jpg", false), failure(requested("shop", "a.jpg")));
    }

    @Test
    void theFileOfARecordThatNamesNoneIsMissingWhateverIsThere() throws Exception {
        write(first.resolve("shop/a"), "a");
        assertEquals(new Failure.Missing("shop/a", true), failure(SourceKey.absent("shop", "a")));
        assertEquals(
                FailureKind.SOURCE_MISSING,
                failure(SourceKey.absent("", first + "/shop/a")).kind());
        Files.delete(first.resolve("shop/a"));
        Files.delete(first.resolve("shop"));
        Files.delete(first);
        assertEquals(
                FailureKind.SOURCE_MISSING,
                failure(SourceKey.absent("shop", "a")).kind());
    }

    @Test
    void foldersAndFilesUsedAsFoldersAreMissing() throws Exception {
        write(first.resolve("shop/a.jpg"), "a");
        assertEquals(FailureKind.SOURCE_MISSING, failure(cataloged("", "shop")).kind());
        assertEquals(FailureKind.OBJECT_UNKNOWN, failure(requested("", "shop/")).kind());
        assertEquals(
                FailureKind.OBJECT_UNKNOWN,
                failure(requested("", "shop/a.jpg/b.jpg")).kind());
        assertEquals(
                FailureKind.OBJECT_UNKNOWN,
                failure(requested("", "x".repeat(5000))).kind());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20, 2000, 30_000})
    void aPathOfAnyDepthIsMissing(int depth) {
        String path = "a/".repeat(depth) + "b.jpg";
        assertEquals(FailureKind.OBJECT_UNKNOWN, failure(requested("", path)).kind());
        assertEquals(FailureKind.SOURCE_MISSING, failure(cataloged("", path)).kind());
        assertEquals(
                FailureKind.SOURCE_MISSING, failure(cataloged(path, "b.jpg")).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../secret.txt",
                "shop/../../secret.txt",
                "shop/..",
                "..",
                "/etc/passwd",
                "//host/share",
                "C:/Windows/win.ini",
                "c:secret.txt",
                "..\\secret.txt",
                "shop\\..\\..\\secret.txt",
                "\\\\host\\share",
                "a.jpg\0.txt",
                "\0"
            })
    void aRequestCannotLeaveTheRoots(String path) throws Exception {
        write(temp.resolve("secret.txt"), "secret");
        Failure failure = failure(requested("", path));
        assertEquals(FailureKind.REQUEST_MALFORMED, failure.kind());
        assertFalse(failure.message().contains("secret"), "the message must not repeat the path");
    }

    @Test
    void dotsThatAreNotUpwardsAreHarmless() throws Exception {
        write(first.resolve("shop/..a..jpg"), "dots");
        assertEquals("dots", read(requested("", "shop/./..a..jpg")));
        assertEquals("dots", read(requested("", "shop//..a..jpg")));
    }

    @Test
    void aLinkToItselfIsMissing() throws Exception {
        link(first.resolve("loop.jpg"), first.resolve("loop.jpg"));
        assertEquals(
                FailureKind.OBJECT_UNKNOWN, failure(requested("", "loop.jpg")).kind());
        assertEquals(
                FailureKind.SOURCE_MISSING, failure(cataloged("", "loop.jpg")).kind());
    }

    @Test
    void withoutRootsRelativePathsAreMissing() {
        access = access(List.of(), List.of());
        assertEquals(FailureKind.OBJECT_UNKNOWN, failure(requested("", "a.jpg")).kind());
    }

    @Test
    void aFileThatMayNotBeReadIsUnreadable() throws Exception {
        Path file = write(first.resolve("a.jpg"), "a");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "the user may read everything");
        assertInstanceOf(Failure.Unreadable.class, failure(cataloged("", "a.jpg")));
    }

    @Test
    void anEmptyFileOpens() throws Exception {
        write(first.resolve("empty.jpg"), "");
        assertEquals("", read(requested("", "empty.jpg")));
        assertEquals(0, access.stamp(requested("", "empty.jpg")).length());
    }

    @Test
    void namesMayHaveAnyLetters() throws Exception {
        String name = "Stühle/椅子 №1.jpg";
        try {
            write(first.resolve(name), "chair");
        } catch (InvalidPathException e) {
            assumeTrue(false, "the system's encoding cannot spell it");
        }
        assertEquals("chair", read(requested("", name)));
    }

    @Test
    void aNameThatTheSystemCannotSpellIsMissing() {
        assertEquals(
                FailureKind.OBJECT_UNKNOWN,
                failure(requested("", "lone-surrogate-\ud800.jpg")).kind());
    }

    @Test
    void aReplacedFileLeavesTheOpenOneAlone() throws Exception {
        Path file = write(first.resolve("a.jpg"), "old bytes");
        SourceKey key = requested("", "a.jpg");
        try (Source source = access.open(key)) {
            Path replacement = write(first.resolve("b.jpg"), "new");
            Files.move(replacement, file, StandardCopyOption.REPLACE_EXISTING);
            assertEquals("old bytes", read(source));
            assertEquals(9, source.stamp().length());
            assertFalse(source.overwritten());
            assertNotEquals(source.stamp(), access.stamp(key));
        }
        assertEquals("new", read(key));
    }

    @Test
    void aFileWrittenToWhileOpenIsNoticed() throws Exception {
        Path file = write(first.resolve("a.jpg"), "old");
        try (Source source = access.open(requested("", "a.jpg"))) {
            assertFalse(source.overwritten());
            Files.writeString(file, "other");
            assertTrue(source.overwritten());
        }
    }

    @Test
    void aFileWrittenJustNowIsOpenedOnceItsNextChangeWillShow() throws Exception {
        write(first.resolve("a.jpg"), "new");
        assertTrue(ageWhenOpened("a.jpg") >= 20);
    }

    @Test
    void aFileChangedInPlaceIsOpenedOnceTheChangeWillBeOver() throws Exception {
        Path file = write(first.resolve("a.jpg"), "old");
        knowsWhenItWasMade(file);
        Files.writeString(file, "new");
        assertTrue(ageWhenOpened("a.jpg") >= 250);
    }

    @Test
    void aFileThatIsChangedAllTheTimeIsUnreadable() throws Exception {
        Path file = write(first.resolve("a.jpg"), "old");
        knowsWhenItWasMade(file);
        AtomicBoolean asking = new AtomicBoolean(true);
        AtomicLong longestRest = new AtomicLong();
        AtomicLong last = new AtomicLong(System.nanoTime());
        Runnable rested = () -> longestRest.accumulateAndGet((System.nanoTime() - last.get()) / 1_000_000, Math::max);
        Thread writer = new Thread(() -> {
            while (asking.get()) {
                touch(file);
                rested.run();
                last.set(System.nanoTime());
            }
        });
        touch(file);
        writer.start();
        try {
            ServeException failure = failureOfOpening("a.jpg");
            rested.run();
            // what a busy machine has not changed for a while may be opened
            while (failure == null && longestRest.getAndSet(0) >= 100) {
                failure = failureOfOpening("a.jpg");
                rested.run();
            }
            assertNotNull(failure, "it was opened");
            assertEquals(FailureKind.SOURCE_UNREADABLE, failure.failure().kind());
        } finally {
            asking.set(false);
            writer.join();
        }
        assertEquals("old", read(requested("", "a.jpg")));
    }

    private @Nullable ServeException failureOfOpening(String path) {
        try {
            ageWhenOpened(path);
            return null;
        } catch (ServeException e) {
            return e;
        }
    }

    private long ageWhenOpened(String path) throws ServeException {
        try (Source source = access.open(requested("", path))) {
            return System.currentTimeMillis() - source.stamp().modified();
        }
    }

    /** Lets a file grow older than a moment, where the file system keeps the time at which it was made. */
    private static void knowsWhenItWasMade(Path file) throws Exception {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        assumeTrue(attributes.creationTime().toMillis() != 0, "times of creation are not kept here");
        Thread.sleep(50);
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            Thread.sleep(5);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStampTellsStatesApart() throws Exception {
        Path file = write(first.resolve("a.jpg"), "one");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_123L));
        SourceKey key = requested("", "a.jpg");
        Stamp stamp = access.stamp(key);
        assertEquals(1_700_000_000_123L, stamp.modified());
        assertEquals(3, stamp.length());
        assertEquals(key, stamp.key());
        assertEquals(stamp, access.stamp(key));
        try (Source source = access.open(key)) {
            assertEquals(stamp, source.stamp());
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_124L));
        assertNotEquals(stamp, access.stamp(key));
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "no symbolic links here");
        }
    }

    private static SourceKey cataloged(String rootPath, String path) {
        return new SourceKey(SourceKey.Kind.IMAGE, rootPath, path, true);
    }

    private static SourceKey requested(String rootPath, String path) {
        return new SourceKey(SourceKey.Kind.IMAGE, rootPath, path, false);
    }

    private String read(SourceKey key) throws Exception {
        try (Source source = access.open(key)) {
            return read(source);
        }
    }

    private static String read(Source source) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) source.channel().size());
        while (bytes.hasRemaining() && source.channel().read(bytes) >= 0) {
            // until all is read
        }
        return new String(bytes.array(), UTF_8);
    }

    private Failure failure(SourceKey key) {
        ServeException opened =
                assertThrows(ServeException.class, () -> access.open(key).close());
        ServeException stamped = assertThrows(ServeException.class, () -> access.stamp(key));
        if (!(opened.failure() instanceof Failure.Unreadable)) {
            assertEquals(opened.failure(), stamped.failure());
        }
        return opened.failure();
    }
}
