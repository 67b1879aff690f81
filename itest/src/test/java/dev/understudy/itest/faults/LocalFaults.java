package dev.understudy.itest.faults;

import static dev.understudy.itest.faults.FaultAnswer.DEFAULT_IMAGE;
import static dev.understudy.itest.faults.FaultAnswer.ERROR_IMAGE;
import static dev.understudy.itest.faults.FaultAnswer.FORWARDED;
import static dev.understudy.itest.faults.FaultAnswer.NOT_ASKED;
import static dev.understudy.itest.faults.FaultAnswer.RIGHT;
import static dev.understudy.itest.faults.FaultAnswer.TEXT;

import dev.understudy.itest.faults.LocalFault.Outcome;
import dev.understudy.itest.helper.FaultMode;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The table of local faults: what is wrong, what is said of it, and what answers it with nothing set, with a default image,
 * with an error image, and with a secondary server.
 */
final class LocalFaults {

    /** The color of this server's images. */
    static final Color HERE = Color.GREEN;

    /** The color of the secondary server's. */
    static final Color THERE = Color.BLUE;

    private static final Outcome NONE = new Outcome("", 200, "", 0);
    private static final Outcome MISSING = new Outcome("source.missing", 403, "Image not found", 1);
    private static final Outcome UNKNOWN = new Outcome("object.unknown", 403, "Image not found", 1);
    private static final Outcome CORRUPT = new Outcome("source.corrupt", 403, "Image cannot be read", 2);
    private static final Outcome VECTOR = new Outcome("svg.unsupported", 403, "Vector images not supported", 2);
    private static final Outcome BAD_PROFILE = new Outcome("profile.corrupt", 403, "Color profile cannot be used", 2);
    private static final Outcome BAD_FONT = new Outcome("font.corrupt", 403, "Font cannot be used", 2);
    private static final Outcome NO_CONTENT = new Outcome("static.missing", 403, "Content not found", 1);
    private static final Outcome INVALID = new Outcome("parameter.invalid", 403, "Invalid parameter", 2);
    private static final Outcome MALFORMED = new Outcome("request.malformed", 403, "Malformed request", 2);
    private static final Outcome TOO_LARGE = new Outcome("size.limit", 403, "Image is too large", 2);
    private static final Outcome REFUSED = new Outcome("request.refused", 403, "Request refused", 2);
    private static final Outcome FOREIGN = new Outcome("foreign.failed", 403, "Foreign image not available", 2);
    private static final Outcome NO_STORAGE = new Outcome("storage.unavailable", 503, "Storage is not available", 3);
    private static final Outcome BUG = new Outcome("internal", 500, "Internal error", 3);

    private static final String LOOSE_FILE = "/is/image/%s/" + FaultTenant.LOOSE + "?fmt=png&wid=40";
    /** A blank in the font of the tenant's font map. */
    private static final String SPECIAL_FONT = LocalFault.IMAGE + "&layer=1&size=40,20"
            + "&text=%%7B%%5Cfonttbl%%7B%%5Cf0%%20Special%%3B%%7D%%7D%%5Cf0%%20%%20";

    /** The tenant's profile map, and a name of it. */
    private static final String PROFILED = "IccProfileMapFile=%s-profiles.tsv\nIccProfileSrcRgb=Screen\n";

    private static final String ANY_WIDTH = "/is/image/%s/image?fmt=png&wid=";

    private LocalFaults() {}

    // @formatter:off
    static List<LocalFault> all() {
        return List.of(
                row("1a", "a record's file is missing", MISSING, TEXT, DEFAULT_IMAGE, ERROR_IMAGE, FORWARDED)
                        .by(Breakage.delete(FaultTenant.IMAGE)),
                row("1b", "a record's file is a link to nowhere", MISSING, TEXT, DEFAULT_IMAGE, ERROR_IMAGE, FORWARDED)
                        .by(Breakage.dangle(FaultTenant.IMAGE)),
                row("1c", "a record's file is a folder", MISSING, TEXT, DEFAULT_IMAGE, ERROR_IMAGE, FORWARDED)
                        .by(Breakage.folder(FaultTenant.IMAGE)),
                row("1d", "the file of one layer is missing", MISSING, TEXT, DEFAULT_IMAGE, ERROR_IMAGE, FORWARDED)
                        .by(Breakage.delete(FaultTenant.IMAGE))
                        .at("/is/image/%s/second?fmt=png&wid=40&layer=1&src=image"),

                row("2a", "no catalog has it", UNKNOWN, TEXT, DEFAULT_IMAGE, ERROR_IMAGE, TEXT)
                        .untilRecorded("new\t" + FaultTenant.LOOSE + "\n").at("/is/image/%s/new?fmt=png&wid=40"),
                row("2b", "a path at which there is nothing", UNKNOWN, TEXT, DEFAULT_IMAGE, ERROR_IMAGE, TEXT)
                        .by(Breakage.delete(FaultTenant.LOOSE)).at(LOOSE_FILE),

                row("3a", "an empty file", CORRUPT, TEXT, TEXT, ERROR_IMAGE, FORWARDED)
                        .by(Breakage.write(FaultTenant.IMAGE, () -> new byte[0])),
                row("3b", "half a JPEG", CORRUPT, TEXT, TEXT, ERROR_IMAGE, FORWARDED)
                        .by(Breakage.cut(FaultTenant.IMAGE, 50, FaultImages::busyJpeg)),
                row("3c", "half a PNG", CORRUPT, TEXT, TEXT, ERROR_IMAGE, FORWARDED)
                        .by(Breakage.cut(FaultTenant.IMAGE, 50, FaultImages::busyPng)),
                row("3d", "words instead of an image", CORRUPT, TEXT, TEXT, ERROR_IMAGE, FORWARDED)
                        .by(Breakage.write(FaultTenant.IMAGE, () -> "Words.".getBytes(StandardCharsets.US_ASCII))),
                row("3e", "an image with a flipped byte", CORRUPT, TEXT, TEXT, ERROR_IMAGE, FORWARDED)
                        .by(Breakage.flip(FaultTenant.IMAGE, FaultImages::busyPng)),
                row("3f", "a corrupt file that no catalog has", CORRUPT, TEXT, TEXT, ERROR_IMAGE, FORWARDED)
                        .by(Breakage.cut(FaultTenant.LOOSE, 50, FaultImages::busyPng)).at(LOOSE_FILE),

                row("4", "a JPEG that is called PNG", NONE, RIGHT, RIGHT, RIGHT, RIGHT)
                        .by(Breakage.write(FaultTenant.IMAGE, () -> FaultImages.jpeg(80, 60, HERE))),

                row("5a", "a corrupt color profile in an image", BAD_PROFILE, TEXT, TEXT, ERROR_IMAGE, FORWARDED)
                        .by(Breakage.sample(FaultTenant.IMAGE, "gallery/bad-profile.jpg")),
                row("5b", "a corrupt color profile that the catalog names", BAD_PROFILE, TEXT, TEXT, ERROR_IMAGE, FORWARDED)
                        .given(PROFILED).by(Breakage.cut(FaultTenant.PROFILE, 50, FaultTenant::profile)),

                row("6a", "a corrupt font file", BAD_FONT, TEXT, TEXT, ERROR_IMAGE, FORWARDED)
                        .given("FontMapFile=%s-fonts.tsv\n").by(Breakage.cut(FaultTenant.FONT, 50, FaultTenant::font)).at(SPECIAL_FONT),
                row("6b", "a font file is missing", BAD_FONT, TEXT, TEXT, ERROR_IMAGE, FORWARDED)
                        .given("FontMapFile=%s-fonts.tsv\n").by(Breakage.delete(FaultTenant.FONT)).at(SPECIAL_FONT),

                row("7a", "a record's static file is missing", NO_CONTENT, TEXT, TEXT, TEXT, FORWARDED)
                        .by(Breakage.deleteContent("leaflet.txt")).at("/is/content/%s/leaflet"),
                row("7b", "a static file without a record is missing", NO_CONTENT, TEXT, TEXT, TEXT, FORWARDED)
                        .by(Breakage.deleteContent("loose.txt")).at("/is/content/%s/loose.txt"),

                row("8a", "a bad value", INVALID, TEXT, TEXT, ERROR_IMAGE, TEXT)
                        .atFirst(ANY_WIDTH + "undefined"),
                row("8b", "a value out of range", INVALID, TEXT, TEXT, ERROR_IMAGE, TEXT)
                        .atFirst(ANY_WIDTH + "-1"),
                row("8c", "a nested request without an end", MALFORMED, TEXT, TEXT, ERROR_IMAGE, TEXT)
                        .atFirst(LocalFault.IMAGE + "&src=is%%7B%1$s/second?wid=80"),
                row("8d", "a layer that nobody named", MALFORMED, TEXT, TEXT, ERROR_IMAGE, TEXT)
                        .atFirst(LocalFault.IMAGE + "&layer=nowhere&pos=0,0"),

                row("9a", "larger than MaxPix", TOO_LARGE, TEXT, TEXT, ERROR_IMAGE, TEXT)
                        .whileSet("MaxPix=100,29\n"),
                row("9b", "larger than MaxRenderRgnPixels", TOO_LARGE, TEXT, TEXT, ERROR_IMAGE, TEXT)
                        .given("MaxPix=0,0\n").atFirst(ANY_WIDTH + "12000"),
                row("9c", "a source larger than MaxNonDsfSize", TOO_LARGE, TEXT, TEXT, ERROR_IMAGE, TEXT)
                        .by(Breakage.write(FaultTenant.IMAGE, () -> FaultImages.pngThatClaims(40_000, 30_000))),

                row("10a", "a request without its lock", REFUSED, TEXT, TEXT, TEXT, TEXT)
                        .whileSet("RequestLock=1\n"),
                row("10b", "a request that is not obfuscated", REFUSED, TEXT, TEXT, TEXT, TEXT)
                        .whileSet("RequestObfuscation=1\n"),
                row("10c", "a client at another address", REFUSED, TEXT, TEXT, TEXT, TEXT)
                        .whileSet("ClientAddressFilter=192.0.2.0/24\n"),
                row("10d", "a file that must not be asked for by its path", REFUSED, TEXT, TEXT, TEXT, TEXT)
                        .whileSet("AllowDirectAccess=include:\n").at(LOOSE_FILE),
                row("10e", "static content for a client at another address", REFUSED, TEXT, TEXT, TEXT, TEXT)
                        .whileSet("ClientAddressFilter=192.0.2.0/24\n").at("/is/content/%s/leaflet"),
                row("10f", "a static file by its path where only records are", REFUSED, TEXT, TEXT, TEXT, TEXT)
                        .whileSet("AllowDirectAccess=IS\n").at("/is/content/%s/loose.txt"),

                row("11", "a foreign image, as none are allowed", FOREIGN, TEXT, TEXT, ERROR_IMAGE, TEXT)
                        .atFirst(LocalFault.IMAGE + "&src=%%7Bhttp://127.0.0.1:9/image.png%%7D"),

                row("12", "vector graphics, which this server does not draw", VECTOR, TEXT, TEXT, ERROR_IMAGE, TEXT)
                        .by(Breakage.write(FaultTenant.IMAGE, () -> "<svg/>".getBytes(StandardCharsets.US_ASCII))),

                row("13a", "no catalog has it, and the default image is missing", UNKNOWN, TEXT, NOT_ASKED, ERROR_IMAGE, TEXT)
                        .given("DefaultImage=default\n").by(Breakage.delete(FaultTenant.DEFAULT_FILE))
                        .at("/is/image/%s/nobody?fmt=png&wid=40").then(DEFAULT_IMAGE),
                row("13b", "file and default image are missing", MISSING, TEXT, NOT_ASKED, ERROR_IMAGE, FORWARDED)
                        .given("DefaultImage=default\n")
                        .by(Breakage.delete(FaultTenant.DEFAULT_FILE).and(Breakage.delete(FaultTenant.IMAGE))),
                row("13c", "the file is missing, the default image corrupt", MISSING, TEXT, NOT_ASKED, ERROR_IMAGE, FORWARDED)
                        .given("DefaultImage=default\n")
                        .by(Breakage.cut(FaultTenant.DEFAULT_FILE, 50, FaultImages::busyPng).and(Breakage.delete(FaultTenant.IMAGE))),
                row("13d", "no catalog has it, and default and error image are missing", UNKNOWN, TEXT, NOT_ASKED, NOT_ASKED, TEXT)
                        .given("DefaultImage=default\nErrorImage=error\n")
                        .by(Breakage.delete(FaultTenant.DEFAULT_FILE).and(Breakage.delete(FaultTenant.ERROR_FILE)))
                        .at("/is/image/%s/nobody?fmt=png&wid=40").then(DEFAULT_IMAGE),

                row("15", "the folder of all its images is gone", NO_STORAGE, TEXT, TEXT, TEXT, FORWARDED)
                        .by(FaultTenant::removeRoot),

                row("16", "a bug", BUG, TEXT, TEXT, ERROR_IMAGE, TEXT)
                        .by(Breakage.write(FaultTenant.IMAGE, FaultMode.STUMBLES)));
    }
    // @formatter:on

    private static LocalFault row(
            String row,
            String words,
            Outcome outcome,
            FaultAnswer nothingSet,
            FaultAnswer defaultImageSet,
            FaultAnswer errorImageSet,
            FaultAnswer secondarySet) {
        return LocalFault.of(row, words, outcome, List.of(nothingSet, defaultImageSet, errorImageSet, secondarySet));
    }
}
