package dev.understudy.source.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceKey.Kind;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Links in root folders, for images and static content alike, whether a catalog or a request names them. */
class LinksTest {

    @TempDir
    Path temp;

    private final TestCatalogs catalogs = new TestCatalogs();
    private Path root;
    private Path other;

    @BeforeEach
    void makeFolders() throws IOException {
        for (String tenant : List.of("a", "b")) {
            catalogs.tenant(tenant).set(Attributes.ROOT_PATH, tenant).set(Attributes.STATIC_CONTENT_ROOT_PATH, tenant);
        }
        root = Files.createDirectories(temp.resolve("root"));
        other = Files.createDirectories(temp.resolve("other"));
        write(temp.resolve("secret/x.jpg"));
        write(root.resolve("a/x.jpg"));
        write(root.resolve("a/deep/x.jpg"));
        write(root.resolve("b/x.jpg"));
        write(root.resolve("common/x.jpg"));
        write(other.resolve("a/x.jpg"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"IMAGE", "STATIC_CONTENT", "FONT", "PROFILE"})
    void thoseThatLeadElsewhereAreRefused(Kind kind) throws IOException {
        link("a/out.jpg", temp.resolve("secret/x.jpg"));
        link("a/out", temp.resolve("secret"));
        link("a/neighbor.jpg", root.resolve("b/x.jpg"));
        link("a/neighbor", root.resolve("b"));
        link("a/up.jpg", root.resolve("common/x.jpg"));
        link("a/other.jpg", other.resolve("a/x.jpg"));
        link("a/deep/chain.jpg", root.resolve("a/out.jpg"));
        for (String path : List.of(
                "out.jpg", "out/x.jpg", "neighbor.jpg", "neighbor/x.jpg", "up.jpg", "other.jpg", "deep/chain.jpg")) {
            for (boolean fromCatalog : new boolean[] {true, false}) {
                Failure failure = failure(new SourceKey(kind, "a", path, fromCatalog));
                FailureKind expected =
                        kind == Kind.STATIC_CONTENT ? FailureKind.STATIC_UNREADABLE : FailureKind.SOURCE_UNREADABLE;
                assertEquals(expected, failure.kind(), path);
                assertTrue(failure.message().contains("is a link"), failure.message());
                assertTrue(failure.message().contains("followLinks=true"), failure.message());
                assertEquals("x", read(new SourceKey(kind, "a", path, fromCatalog), true), path);
            }
        }
    }

    @Test
    void fromTheWholeRootNoneLeadsIntoTheFolderOfACatalog() throws IOException {
        link("common/b.jpg", root.resolve("b/x.jpg"));
        link("common/b", root.resolve("b"));
        link("common/again.jpg", root.resolve("common/x.jpg"));
        link("common/out.jpg", temp.resolve("secret/x.jpg"));
        assertEquals("x", read(image("", "common/again.jpg"), false));
        for (String path : List.of("common/b.jpg", "common/b/x.jpg", "common/out.jpg")) {
            assertEquals(FailureKind.SOURCE_UNREADABLE, failure(image("", path)).kind(), path);
        }
        assertEquals("x", read(image("", "b/x.jpg"), false), "no link: who may have it is for the catalog to say");
    }

    @Test
    void thoseThatStayAreFollowed() throws IOException {
        link("a/near.jpg", root.resolve("a/deep/x.jpg"));
        link("a/shallow", root.resolve("a/deep"));
        link("a/relative.jpg", Path.of("deep/x.jpg"));
        for (String path : List.of("near.jpg", "shallow/x.jpg", "relative.jpg", "./deep/../x.jpg")) {
            assertEquals("x", read(new SourceKey(Kind.IMAGE, "a", path, true), false), path);
        }
    }

    @Test
    void rootsAndRootPathsMayBeLinks() throws IOException {
        link("c", temp.resolve("secret"));
        assertEquals("x", read(image("c", "x.jpg"), false), "the operator's RootPath");
        link("../linked", other);
        SourceAccess access = access(List.of(temp.resolve("linked")), false);
        assertEquals("x", read(access, image("a", "x.jpg")));
        assertEquals("x", read(image(temp.resolve("linked/a").toString(), "x.jpg"), false));
    }

    @Test
    void anAbsolutePathInACatalogIsTheOperatorsWord() throws IOException {
        link("a/out.jpg", temp.resolve("secret/x.jpg"));
        SourceKey absolute =
                new SourceKey(Kind.IMAGE, "a", root.resolve("a/out.jpg").toString(), true);
        assertEquals("x", read(absolute, false));
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private void link(String link, Path target) {
        try {
            Files.createSymbolicLink(root.resolve(link), target);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "no symbolic links here");
        }
    }

    private static SourceKey image(String rootPath, String path) {
        return new SourceKey(Kind.IMAGE, rootPath, path, false);
    }

    private SourceAccess access(List<Path> roots, boolean followLinks) {
        RootFolders folders = new RootFolders(roots, roots, followLinks);
        return new FileSourceAccess(folders, new RootWatch(folders), () -> catalogs);
    }

    private Failure failure(SourceKey key) {
        SourceAccess access = access(List.of(root, other), false);
        assertThrows(ServeException.class, () -> access.open(key).close());
        return assertThrows(ServeException.class, () -> access.stamp(key)).failure();
    }

    private String read(SourceKey key, boolean followLinks) throws IOException {
        return read(access(List.of(root, other), followLinks), key);
    }

    private static String read(SourceAccess access, SourceKey key) throws IOException {
        try (Source source = access.open(key)) {
            return new String(Channels.newInputStream(source.channel()).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (ServeException e) {
            throw new AssertionError(e.failure().message(), e);
        }
    }
}
