package dev.understudy.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places of saved images: what stays in the folder and is one file on every system, and all that does not. */
class SavePathTest {

    private static void assertRefused(String folder, String name) {
        ServeException refused = assertThrows(ServeException.class, () -> SavePath.of(folder, name), name);
        assertEquals(FailureKind.PARAMETER_INVALID, refused.failure().kind());
    }

    @Test
    void foldersAreThoseOfTheCatalogAndThenThoseOfTheName() throws Exception {
        SavePath path = SavePath.of("shop/new/", "hats/red.jpg");
        assertEquals(List.of("shop", "new", "hats"), path.folders());
        assertEquals("red.jpg", path.file());
        assertEquals(List.of(), SavePath.of(".", "red.jpg").folders());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.jpg",
                "a",
                "A-b_c (1).JPG",
                "Größe.png",
                "帽子.tif",
                "ถุง.tif",
                "a..b.jpg",
                "a,b;c=d.jpg",
                "console.jpg",
                "com.jpg",
                "com10.jpg",
                "a/b/c/d.jpg",
                "xcon.jpg",
                "_hidden.jpg",
                "-rf.jpg",
                "~a.jpg"
            })
    void goodNames(String name) throws Exception {
        assertEquals(name, SavePath.of("shop", name).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../a.jpg",
                "a/../b.jpg",
                "a/..",
                "/a.jpg",
                "//a/b.jpg",
                "a//b.jpg",
                "a/",
                "./a.jpg",
                "%2e%2e%2fa.jpg",
                "%2e%2e/a.jpg",
                "a%00.jpg",
                "a\0.jpg",
                "a\0",
                "C:a.jpg",
                "C:\\a.jpg",
                "\\\\host\\a.jpg",
                "a\\b.jpg",
                "..\\a.jpg",
                "a.jpg:stream",
                "con",
                "CON",
                "con.jpg",
                "Nul.tar.gz",
                "aux .jpg",
                "com1",
                "COM9.jpg",
                "lpt\u00b9.png",
                "conin$",
                "a/con/b.jpg",
                "a.jpg.",
                "a.",
                "a/b./c.jpg",
                "a.jpg ",
                " a.jpg",
                ".htaccess",
                ".a.jpg",
                "a/.b/c.jpg",
                "a*.jpg",
                "a?.jpg",
                "a|b.jpg",
                "a<b.jpg",
                "a>b.jpg",
                "a\"b.jpg",
                "a\nb.jpg",
                "a\r.jpg",
                "a\t.jpg",
                "a\u007f.jpg",
                "a\u0085.jpg",
                "a\u202egpj.exe",
                "a\u200b.jpg",
                "a\ufeff.jpg",
                "a\u2028.jpg",
                "a\ue000.jpg",
                "a\ud800.jpg",
                "a\uffff.jpg",
                "a\uff0f..\uff0fb.jpg",
                "a\u2215b.jpg",
                "a\u00a0.jpg",
                "a\u3000.jpg",
                "\u2024\u2024/a.jpg",
                "\u2025/a.jpg",
                ".understudy-1.part"
            })
    void badNames(String name) {
        assertRefused("shop", name);
    }

    @Test
    void onlyTheComposedSpellingOfANameIsTaken() throws Exception {
        String composed = "caf\u00e9.jpg";
        assertEquals(composed, SavePath.of("shop", composed).file());
        assertRefused("shop", Normalizer.normalize(composed, Normalizer.Form.NFD));
        // The sign of the Kelvin is another K.
        assertRefused("shop", "\u212a.jpg");
    }

    @Test
    void longNames() throws Exception {
        String longest = "a".repeat(196) + ".jpg";
        assertEquals(longest, SavePath.of("shop", longest).file());
        assertRefused("shop", "a" + longest);
        assertRefused("shop", "a".repeat(300));
        assertRefused("shop", "\u00e9".repeat(101));
        assertRefused("shop", "a/".repeat(20) + "a.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/saved", "..", "a/../..", "C:\\saved", "a//b", "/", ".hidden", "a/b ", "con"})
    void theCatalogsFolderHasToBeBelowTheServers(String folder) {
        assertRefused(folder, "a.jpg");
    }

    @Test
    void messagesSayWhatIsAllowed() {
        ServeException refused = assertThrows(ServeException.class, () -> SavePath.of("shop", "../a.jpg"));
        assertTrue(
                refused.failure()
                        .message()
                        .startsWith("'../a.jpg' is not a valid value for name; allowed: a relative path"),
                refused.failure().message());
    }
}
