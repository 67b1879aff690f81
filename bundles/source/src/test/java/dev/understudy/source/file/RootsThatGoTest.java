package dev.understudy.source.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.SourceRoots.SourceRoot;
import dev.understudy.observe.SourceRoots.State;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root folders that are not there: those that never were are skipped, those that have gone may have had the file. */
class RootsThatGoTest {

    @TempDir
    Path temp;

    private Path there;
    private Path going;
    private RootWatch watch;
    private SourceAccess access;

    @BeforeEach
    void makeRoots() throws IOException {
        there = Files.createDirectories(temp.resolve("there"));
        going = Files.createDirectories(temp.resolve("going"));
        Files.writeString(there.resolve("a.jpg"), "a");
        RootFolders roots = new RootFolders(List.of(temp.resolve("never"), going, there), List.of(going), false);
        watch = new RootWatch(roots);
        access = new FileSourceAccess(roots, watch, TestCatalogs::new);
    }

    @Test
    void oneThatNeverWasIsSkipped() {
        assertEquals(FailureKind.SOURCE_MISSING, failure(image("b.jpg", true)));
        assertEquals(FailureKind.OBJECT_UNKNOWN, failure(image("b.jpg", false)));
        assertEquals(List.of(State.ABSENT, State.PRESENT, State.PRESENT, State.PRESENT), states());
    }

    @Test
    void oneThatHasGoneMayHaveHadWhatCatalogsSayIsThere() throws Exception {
        Files.delete(going);
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure(image("b.jpg", true)));
        assertEquals(FailureKind.OBJECT_UNKNOWN, failure(image("b.jpg", false)));
        assertEquals(1, access.stamp(image("a.jpg", true)).length(), "another root has it");
        watch.refresh();
        assertEquals(List.of(State.ABSENT, State.VANISHED, State.PRESENT, State.VANISHED), states());

        Files.createDirectories(going);
        assertEquals(FailureKind.SOURCE_MISSING, failure(image("b.jpg", true)), "and all is well when it is back");
        assertEquals(List.of(State.ABSENT, State.PRESENT, State.PRESENT, State.PRESENT), states());
    }

    @Test
    void soItIsWithFontsProfilesAndStaticContent() throws Exception {
        Files.delete(going);
        for (SourceKey.Kind kind :
                List.of(SourceKey.Kind.FONT, SourceKey.Kind.PROFILE, SourceKey.Kind.STATIC_CONTENT)) {
            assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure(new SourceKey(kind, "", "b", true)), kind.name());
        }
        SourceKey unknown = new SourceKey(SourceKey.Kind.STATIC_CONTENT, "", "b", false);
        assertEquals(FailureKind.STATIC_MISSING, failure(unknown));
    }

    @Test
    void oneThatComesLateCanGoToo() throws Exception {
        Path late = temp.resolve("never");
        Files.createDirectories(late);
        Files.writeString(late.resolve("late.jpg"), "late");
        assertEquals(4, access.stamp(image("late.jpg", true)).length());
        Files.delete(late.resolve("late.jpg"));
        Files.delete(late);
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure(image("late.jpg", true)));
    }

    @Test
    void theRootOfACatalogWithAnAbsoluteOneIsNoDifferent() throws Exception {
        Path own = temp.resolve("own");
        assertEquals(FailureKind.SOURCE_MISSING, failure(key(own.toString(), "a.jpg", true)));
        Files.createDirectories(own);
        Files.writeString(own.resolve("a.jpg"), "a");
        assertEquals(1, access.stamp(key(own.toString(), "a.jpg", true)).length());
        Files.delete(own.resolve("a.jpg"));
        Files.delete(own);
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure(key(own.toString(), "a.jpg", true)));
        assertEquals(FailureKind.OBJECT_UNKNOWN, failure(key(own.toString(), "a.jpg", false)));
        assertEquals(
                FailureKind.SOURCE_MISSING, failure(key("not-there", "a.jpg", true)), "a folder in a root is no root");
    }

    @Test
    void soItIsWithFilesInFolders() throws Exception {
        Path folder = Files.createDirectories(going.resolve("folder"));
        assertEquals(FailureKind.SOURCE_MISSING, failure(image("folder/b.jpg", true)));
        assertEquals(FailureKind.SOURCE_MISSING, failure(image("folder/other/b.jpg", true)));
        Files.delete(folder);
        assertEquals(FailureKind.SOURCE_MISSING, failure(image("folder/b.jpg", true)));
        Files.delete(going);
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure(image("folder/b.jpg", true)));
        assertEquals(State.VANISHED, states().get(1));
        Files.createDirectories(folder);
        assertEquals(FailureKind.SOURCE_MISSING, failure(image("folder/b.jpg", true)));
        assertEquals(State.PRESENT, states().get(1), "a look into one of its folders shows that it is back");
    }

    @Test
    void oneThatHasBecomeAFileHasGone() throws Exception {
        Files.delete(going);
        Files.writeString(going, "a program");
        assertTrue(going.toFile().setExecutable(true));
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure(image("b.jpg", true)));
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure(image("folder/b.jpg", true)));
    }

    private List<State> states() {
        return watch.entries().stream().map(SourceRoot::state).toList();
    }

    private FailureKind failure(SourceKey key) {
        return assertThrows(ServeException.class, () -> access.stamp(key))
                .failure()
                .kind();
    }

    private static SourceKey image(String path, boolean fromCatalog) {
        return key("", path, fromCatalog);
    }

    private static SourceKey key(String rootPath, String path, boolean fromCatalog) {
        return new SourceKey(SourceKey.Kind.IMAGE, rootPath, path, fromCatalog);
    }
}
