package dev.understudy.tools.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.tools.setup.ShippedCodecList;
import dev.understudy.tools.setup.SiteFiles;
import dev.understudy.tools.url.RequestTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in URLs of the sample catalogs. */
class RequestLintTest {

    private static final Path SAMPLES =
            Path.of(System.getProperty("understudy.root", "../..")).resolve("features/samples");

    private static RequestLint withCatalogs;
    private static RequestLint withImages;
    private static RequestLint alone;

    @BeforeAll
    static void readTheSamples() {
        Path catalogs = SAMPLES.resolve("catalogs");
        withCatalogs = lint(SiteFiles.read(catalogs, List.of(), List.of(), false));
        withImages = lint(SiteFiles.read(
                catalogs, List.of(SAMPLES.resolve("images")), List.of(SAMPLES.resolve("static")), false));
        alone = lint(SiteFiles.read(null, List.of(), List.of(), false));
    }

    private static RequestLint lint(SiteFiles site) {
        return new RequestLint(site, ShippedCodecList.codecs().formats());
    }

    private static String codes(RequestLint lint, String url) {
        return lint.findings(RequestTarget.of(url).orElseThrow()).stream()
                .map(found -> LintText.word(found.level()) + " " + found.code())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/is/image/shop/brushes?wid=400 | -",
                "/is/image/shop/brushes?$listing$ | -",
                "/is/image/gallery/postcard?$title=See+you+soon&$photo=hills | -",
                "/is/image?req=exists | -",
                "/is/image/shop/nosuch?req=exists | -",
                "/is/image/shop/brushes??$listing$ | warning url.two-question-marks",
                "/is/image/shop/brushes?wid=300&amp;hei=200 | warning url.entity",
                "/is/image/shop/brushes?$listing | warning url.unterminated",
                "/is/image/shop/brushes?wid=$w | warning url.unterminated; error parameter.invalid",
                "/is/image/shop/brushes?&&wid=300 | note url.empty-modifiers",
                "/is/image/shop/brushes?src=is%7Bshop/brushes%7D | note url.encoded-braces",
                "/is/image/shop/brushes?%24listing%24= | note url.encoded-dollars",
                "/is/image//shop/brushes?wid=1 | note url.empty-elements",
                "/is/image/shop/brushes?bogus=1 | warning command.unknown",
                "/is/image/shop/brushes?$nosuch$ | warning preset.unknown",
                "/is/image/shop/brushes?%24nosuch%24= | note url.encoded-dollars; warning preset.unknown",
                "/is/image/shop/brushes?wid=undefined | error parameter.invalid",
                "/is/image?src=is{shop/brushes?wid=300&bogus=1} | warning command.unknown",
                "/is/image?src=is{shop/brushes?wid=300&fmt=png&qlt=80} | note command.not-nested; note command.not-nested",
                "/is/image?mask=is{shop/brushes?bgc=ff0000}&src=shop/brushes | note command.not-nested",
                "/is/image?src=is{shop/brushes?wid=300&$nosuch$} | warning preset.unknown",
                "/is/image/shop/../brushes | error request.malformed",
                "/ir/render/a/b?obj=1 | error mount.not-served",
                "/is/content/shop/nosuch | note content.by-path"
            })
    void whatIsOddOrFailsIsTold(String url, String codes) {
        assertEquals(codes == null ? "" : codes, codes(withCatalogs, url));
    }

    @Test
    void fontsThatTheCatalogDoesNotHaveAreNamed() {
        String url =
                "/is/image/gallery/bridge?text=%7B%5Cfonttbl%7B%5Cf0%20Nosuch%20Sans%3B%7D%7D%5Cf0%20Hello&size=100,100";
        List<LintFinding> found = withCatalogs.findings(RequestTarget.of(url).orElseThrow());
        assertEquals("font.missing", found.get(found.size() - 1).code());
        assertEquals(
                "no font map has Nosuch Sans: the request is refused",
                found.get(found.size() - 1).message());
        assertEquals(LintLevel.ERROR, found.get(found.size() - 1).level());
    }

    @Test
    void colorProfilesAreLookedForWhereImagesAre(@TempDir Path folder) throws IOException {
        String url = "/is/image/shop/brushes?icc=nosuch.icc";
        assertEquals("", codes(withCatalogs, url));
        assertEquals("error profile.missing", codes(withImages, url));
        Files.copy(SAMPLES.resolve("images/shop/brushes.jpg"), folder.resolve("brushes.jpg"));
        Files.writeString(folder.resolve("there.icc"), "a profile");
        Path catalogs = Files.createDirectory(folder.resolve("catalogs"));
        Files.writeString(catalogs.resolve("default.ini"), "RootId=\n");
        RequestLint own = lint(SiteFiles.read(catalogs, List.of(folder), List.of(), false));
        assertEquals("", codes(own, "/is/image/brushes.jpg?icc=there.icc"));
        assertEquals("error profile.missing", codes(own, "/is/image/brushes.jpg?icc=gone.icc"));
    }

    @Test
    void filesAreLookedForWhereImagesAre() {
        assertEquals("note object.by-path", codes(withCatalogs, "/is/image/shop/nosuch?wid=10"));
        assertEquals("error object.unknown", codes(withImages, "/is/image/shop/nosuch?wid=10"));
        assertEquals("", codes(withImages, "/is/image/shop/brushes?wid=10"));
        assertEquals("error static.missing", codes(withImages, "/is/content/shop/nosuch"));
        assertEquals("", codes(withImages, "/is/content/shop/size-guide"));
    }

    @Test
    void withoutCatalogsOnlyTheUrlItselfIsLookedAt() {
        assertEquals("", codes(alone, "/is/image/any/thing?$preset$&wid=4"));
        assertEquals("error parameter.invalid", codes(alone, "/is/image/any/thing?wid=x"));
    }
}
