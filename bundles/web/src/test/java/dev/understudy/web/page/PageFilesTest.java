package dev.understudy.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.serve.Body;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page, and what must not be in them. */
class PageFilesTest {

    private final PageFiles files = new PageFiles();

    private String text(String name) {
        Reply reply = files.find(name);
        assertNotNull(reply, name);
        return new String(((Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_8);
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void thePageIsTheFileWithoutAName() {
        assertEquals(files.find("index.html"), files.find(""));
        assertNull(files.find("../page/PageFiles.class"));
        assertNull(files.find("package-info.class"));
    }

    /** The policy that the page is sent with would have browsers leave it out. */
    @Test
    void nothingIsInline() {
        String page = text("");
        assertEquals(Set.of(), found("(\\s(?:style|on\\w+)=)", page));
        assertEquals(Set.of(), found("<(style|script(?![^>]* src=))", page));
        assertEquals(Set.of(), found("(style|innerHTML|outerHTML|srcdoc|href)\\s*[:=]\\s*[`'\"]", text("page.mjs")));
    }

    @Test
    void textNeverBecomesMarkupOrScript() {
        assertEquals(
                Set.of(),
                found(
                        "(innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|DOMParser|createContextualFragment)",
                        text("page.mjs")));
    }

    @Test
    void nothingComesFromElsewhere() {
        for (String address : found("(?:src|href)=\"([^\"]*)\"", text(""))) {
            assertTrue(address.matches("#.*|/(understudy|is|health).*"), address);
        }
        for (String name : List.of("page.mjs", "page.css")) {
            assertEquals(Set.of(), found("(https?://(?!www\\.w3\\.org/2000/svg)[a-z]+)", text(name)), name);
            assertEquals(Set.of(), found("(@import|@font-face|import\\s*\\(|import .* from)", text(name)), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\$\\('([\\w-]+)'\\)"})
    void whatTheScriptLooksForIsThere(String pattern) {
        Set<String> ids = found("\\bid=\"([\\w-]+)\"", text(""));
        Set<String> wanted = found(pattern, text("page.mjs"));
        assertTrue(wanted.size() > 20, wanted::toString);
        wanted.removeAll(ids);
        assertEquals(Set.of(), wanted);
    }

    @Test
    void whatDescribesOrControlsAnElementIsThere() {
        String page = text("");
        Set<String> ids = found("\\bid=\"([\\w-]+)\"", page);
        Set<String> named = found("(?:for|aria-\\w+by|aria-controls|list)=\"([\\w-]+)\"", page);
        named.removeAll(ids);
        assertEquals(Set.of(), named);
    }
}
