package dev.understudy.catalog.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogStatus;
import dev.understudy.catalog.CatalogStatus.State;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state that each file is in, under the name that operators look for, and in words without folders. */
class CatalogStatesTest {

    @TempDir
    private Path folder;

    private CatalogFixture fixture;

    @BeforeEach
    void aShop() {
        fixture = new CatalogFixture(folder)
                .write("default.ini", "DefaultExt=.jpg")
                .write("shop.ini", "RootId=shop");
    }

    private record FilesThere(Set<String> folders, Set<String> files) implements SourceAccess {

        @Override
        public Stamp stamp(SourceKey key) throws ServeException {
            if (!files.contains(key.toString())) {
                throw new ServeException(new Failure.Missing(key.toString(), true));
            }
            return new Stamp(key, 0, 0, "");
        }

        @Override
        public Source open(SourceKey key) throws ServeException {
            throw new ServeException(new Failure.Unreadable(key.toString(), null));
        }

        @Override
        public boolean hasFolder(SourceKey.Kind kind, String rootPath) {
            return folders.contains(rootPath);
        }
    }

    private static Map<String, State> states(CatalogStore store) {
        Map<String, State> states = new TreeMap<>();
        CatalogStatus.of(store).forEach(status -> states.put(status.name(), status.state()));
        return states;
    }

    @Test
    void aFileThatNeverWasGoodHasFailedUnderItsOwnName() {
        fixture.write("lost.ini", "PublishInfo=no id");
        fixture.write("garbage.ini", new byte[] {0, 1, 2});
        fixture.write("bad.ini", "RootId=bad", "MaxPix=huge");
        assertEquals(
                Map.of(
                        "", State.OK,
                        "bad", State.FAILED,
                        "garbage.ini", State.FAILED,
                        "lost.ini", State.FAILED,
                        "shop", State.OK),
                states(fixture.open()));
    }

    @Test
    void aCatalogThatWasGoodIsStale() {
        CatalogStore store = fixture.open();
        fixture.write("shop.ini", "RootId=shop", "MaxPix=huge");
        fixture.settle(store);
        assertEquals(State.STALE, states(store).get("shop"));
        fixture.write("shop.ini", "PublishInfo=no id");
        fixture.settle(store);
        assertEquals(State.STALE, states(store).get("shop"));
    }

    @Test
    void ofTwoCatalogsWithOneRootIdTheSecondHasFailedAndTheFirstIsFine() {
        CatalogStore store = fixture.write("shop-2.ini", "RootId=shop").open();
        assertEquals(Map.of("", State.OK, "shop", State.OK, "shop.ini", State.FAILED), states(store));
        assertEquals(
                List.of("shop.ini: RootId: 'shop' is also that of shop-2.ini, which was there first"),
                fixture.problems(store));
    }

    @Test
    void aCatalogWhoseNewRootIdIsTakenIsStaleUnderTheOldOne() {
        CatalogStore store = fixture.write("two.ini", "RootId=two").open();
        fixture.write("two.ini", "RootId=shop");
        fixture.settle(store);
        assertEquals(Map.of("", State.OK, "shop", State.OK, "two", State.STALE), states(store));
    }

    @Test
    void aMissingDefaultCatalogHasFailed() {
        fixture.delete("default.ini");
        CatalogStore store = fixture.open();
        assertEquals(Map.of("", State.FAILED, "shop", State.OK), states(store));
        assertEquals(List.of("default.ini: the file does not exist"), fixture.problems(store));
    }

    @Test
    void aFolderThatIsNotThereHasFailedAndOneThatGoesIsStale() throws Exception {
        CatalogStore nowhere = new CatalogFixture(folder.resolve("nowhere")).open();
        assertEquals(Map.of("", State.OK, "catalog.rootPath", State.FAILED), states(nowhere));

        CatalogStore store = fixture.open();
        Files.move(folder, folder.resolveSibling(folder.getFileName() + "-away"));
        fixture.settle(store);
        assertEquals(Map.of("", State.OK, "catalog.rootPath", State.STALE, "shop", State.OK), states(store));
        Files.move(folder.resolveSibling(folder.getFileName() + "-away"), folder);
    }

    @Test
    void aSuffixInCapitalsIsNamed() {
        fixture.write("other.INI", "RootId=other");
        CatalogStore store = fixture.open();
        assertEquals(State.FAILED, states(store).get("other.INI"));
        assertEquals(
                List.of("other.INI: not read: the name of an attribute file ends in .ini, in small letters"),
                fixture.problems(store));
    }

    @Test
    void aRootPathThatExistsNowhereIsAProblemUntilItDoes() {
        fixture.write("shop.ini", "RootId=shop", "RootPath=shop", "StaticContentRootPath=/srv/secret/static");
        CatalogStore store = fixture.files(new FilesThere(Set.of(), Set.of())).open();
        assertEquals(
                Set.of(
                        "shop.ini: RootPath: there is no folder 'shop'",
                        "shop.ini: StaticContentRootPath: there is no folder 'static'"),
                Set.copyOf(fixture.problems(store)));
        assertEquals(State.PROBLEM, states(store).get("shop"));

        fixture.files(new FilesThere(Set.of("shop", "/srv/secret/static"), Set.of()));
        fixture.settle(store);
        assertEquals(List.of(), fixture.problems(store));
    }

    @Test
    void aColorProfileThatIsNotThereIsAProblemUntilItIs() {
        fixture.write("icc.tsv", "Name\tProfilePath", "Wide\twide.icc");
        fixture.write(
                "shop.ini",
                "RootId=shop",
                "IccProfileMapFile=icc.tsv",
                "IccProfileSrcRgb=Wide",
                "IccProfileSrcGray=/srv/icc/gray.icc");
        CatalogStore store = fixture.files(new FilesThere(Set.of(), Set.of())).open();
        assertEquals(
                Set.of(
                        "shop.ini: IccProfileSrcRgb: there is no color profile 'Wide'; images that embed none are drawn without it",
                        "shop.ini: IccProfileSrcGray: there is no color profile 'gray.icc'; images that embed none are drawn without it"),
                Set.copyOf(fixture.problems(store)));
        assertEquals(State.PROBLEM, states(store).get("shop"));

        fixture.files(new FilesThere(Set.of(), Set.of("wide.icc", "/srv/icc/gray.icc")));
        fixture.settle(store);
        assertEquals(List.of(), fixture.problems(store));
    }

    @Test
    void namesInUtf8AreHintedAtWhenTheyLeadSomewhere() {
        fixture.write("shop.tsv", utf8("Id\tPath\nlion\tlöwe.jpg\ncat\tkätzchen.jpg\n"));
        fixture.write("shop.ini", utf8("RootId=shop\nCatalogFile=shop.tsv,bücher.tsv\nRootPath=bären\n"));
        fixture.write("bücher.tsv", "Id", "book");
        CatalogStore store = fixture.files(
                        new FilesThere(Set.of("bären"), Set.of("bären/kätzchen.jpg", "bären/löwe.jpg")))
                .open();
        String says = "if the files of the catalog are UTF-8, Encoding=UTF-8 says so";
        assertTrue(
                fixture.problems(store)
                        .contains("shop.ini: RootPath: there is no folder 'bÃ¤ren'; but 'bären' is there: " + says),
                store.problems()::toString);
        assertTrue(
                fixture.problems(store)
                        .contains(
                                "bÃ¼cher.tsv: the file does not exist; CatalogFile in shop.ini:2 names it; but 'bücher.tsv'"
                                        + " is there: " + says),
                store.problems()::toString);

        fixture.write(
                "shop.ini", utf8("RootId=shop\nEncoding=UTF-8\nCatalogFile=shop.tsv,bücher.tsv\nRootPath=bären\n"));
        fixture.settle(store);
        assertEquals(List.of(), fixture.problems(store));
        assertEquals(
                Set.of("book", "cat", "lion"),
                CatalogFixture.catalog(store, "shop").imageIds());
    }

    @Test
    void aRecordWhosePathIsThereInUtf8Only() {
        fixture.write("shop.tsv", utf8("Id\tPath\ncat\tkätzchen.jpg\nlion\tlöwe.jpg\n"));
        fixture.write("shop.ini", "RootId=shop", "CatalogFile=shop.tsv");
        CatalogStore store =
                fixture.files(new FilesThere(Set.of(), Set.of("löwe.jpg"))).open();
        assertEquals(
                List.of(
                        "shop.ini: record 'lion', Path: there is no file 'lÃ¶we.jpg'; but 'löwe.jpg' is there: if the files of"
                                + " the catalog are UTF-8, Encoding=UTF-8 says so"),
                fixture.problems(store));
        fixture.files(new FilesThere(Set.of(), Set.of("lÃ¶we.jpg", "löwe.jpg")));
        fixture.settle(store);
        assertEquals(List.of(), fixture.problems(store));
    }

    @Test
    void whatIsNoUtf8IsNeverTakenForIt() {
        fixture.write("shop.ini", "RootId=shop", "Encoding=UTF-8", "CatalogFile=shop.tsv");
        fixture.write("shop.tsv", "Id\tPath", "a\ta.jpg", "lion\tlöwe.jpg");
        fixture.write("mark.ini", "\u00ef\u00bb\u00bfRootId=mark", "PublishInfo=Löwe");
        CatalogStore store = fixture.open();
        assertEquals(Map.of("", State.OK, "mark.ini", State.FAILED, "shop", State.FAILED), states(store));
        String message =
                ": there are bytes here that are no UTF-8, which the file's mark or the attribute Encoding says"
                        + " that it is";
        assertEquals(Set.of("mark.ini:2" + message, "shop.tsv:3" + message), Set.copyOf(fixture.problems(store)));
    }

    @Test
    void aTenantsConfigurationSaysHowItsDataFilesAreWritten() {
        fixture.write("acme.tsv", utf8("Id\tPath\nlöwe\tlöwe.jpg\n"));
        fixture.configure(
                "dev.understudy.tenant~acme", "RootId", "acme", "CatalogFile", "acme.tsv", "Encoding", "utf-8");
        assertEquals(
                Set.of("löwe"), CatalogFixture.catalog(fixture.open(), "acme").imageIds());
    }

    @Test
    void soItSaysHowItIsWrittenItself() {
        fixture.configure("dev.understudy.tenant~acme", "RootId", "acme", "RootPath", "bÃ¤ren", "Encoding", "UTF-8");
        fixture.configure("dev.understudy.tenant~json", "RootId", "json", "RootPath", "bären", "Encoding", "UTF-8");
        CatalogStore store =
                fixture.files(new FilesThere(Set.of("bären"), Set.of())).open();
        assertEquals(List.of(), fixture.problems(store));
    }

    /** Messages are shown to more people than the operator; the places of the files are told apart from them. */
    @Test
    void messagesNameNoFolders() {
        fixture.write("a.ini", "RootId=shop", "CatalogFile=" + folder + "/lost.tsv,../up.tsv,.", "MacroFile=" + folder);
        fixture.write("b.ini", "RootId=b", "RootPath=" + folder + "/pix", "RuleSetFile=" + folder + "/rules.xml");
        fixture.write("c.ini", new byte[] {0}).write("d.INI", "RootId=d").write("shop.ini", "RootId=shop");
        fixture.write("e.ini", "RootId=e", "ErrorRedirectRootUrl=http://me:secret@images.example.com:8080");
        CatalogStore store = fixture.files(new FilesThere(Set.of(), Set.of())).open();
        assertTrue(store.problems().size() >= 9, store.problems()::toString);
        for (CatalogProblem problem : store.problems()) {
            assertFalse(problem.message().contains(folder.toString()), problem::message);
            assertFalse(problem.catalog().contains("/"), problem::catalog);
            assertFalse(problem.message().contains("secret"), problem::message);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
