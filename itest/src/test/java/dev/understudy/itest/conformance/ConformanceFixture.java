package dev.understudy.itest.conformance;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the server under test serves besides the samples: test charts, damaged files, and catalogs of them. */
final class ConformanceFixture {

    private static final Path CATALOGS = Path.of("src/test/resources/conformance/catalogs");

    /** The profile of a press that tests of the engine have, too. */
    private static final Path COATED = Path.of("../bundles/engine/src/test/resources/profiles/coated-sample.icc");

    private final Path root;

    private ConformanceFixture(Path root) {
        this.root = root;
    }

    /**
     * Adds charts and catalogs to what a server serves already.
     *
     * @param catalogs its folder of catalogs
     * @param images a root folder of its images
     * @param origin where foreign images are, as {@code host:port}
     */
    static void create(Path catalogs, Path images, String origin) throws IOException {
        ConformanceFixture fixture = new ConformanceFixture(images);
        fixture.images();
        fixture.orientations();
        fixture.paths();
        fixture.damaged();
        try (Stream<Path> files = Files.list(CATALOGS)) {
            for (Path file : files.toList()) {
                String text =
                        Files.readString(file, StandardCharsets.ISO_8859_1).replace("@origin@", origin);
                Files.writeString(catalogs.resolve(file.getFileName()), text, StandardCharsets.ISO_8859_1);
            }
        }
    }

    private void images() throws IOException {
        write("charts/quadrants.png", ChartFiles.encode(Charts.quadrants(400, 300), "png"));
        write("charts/frame.png", ChartFiles.encode(Charts.frame(), "png"));
        write("charts/tall.png", ChartFiles.encode(Charts.tall(), "png"));
        write("charts/alpha.png", ChartFiles.encode(Charts.alpha(), "png"));
        write("charts/palette.png", ChartFiles.encode(Charts.palette(), "png"));
        write("charts/zone.png", ChartFiles.encode(Charts.zonePlate(), "png"));
        write("charts/gray.png", ChartFiles.encode(Charts.gray(), "png"));
        write("charts/gray.jpg", ChartFiles.encode(Charts.gray(), "jpeg"));
        write("charts/deep.png", ChartFiles.encode(Charts.deep(), "png"));
        write("charts/swapped.png", ChartFiles.pngWithSwappedProfile(Charts.quadrants(400, 300)));
        write("charts/swapped.icc", ChartFiles.swappedProfile());
        write("charts/srgb.icc", ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        write("charts/linear.icc", ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
        write("charts/coated.icc", Files.readAllBytes(COATED));
        write("charts/noted.jpg", PhotoshopFiles.jpegWithNotes(Charts.quadrants(400, 300)));
        write("charts/merged.psd", PhotoshopFiles.psd(Charts.quadrants(400, 300), false));
        write("charts/unmerged.psd", PhotoshopFiles.psd(Charts.quadrants(400, 300), true));
        write("charts/shelf/leaf.png", ChartFiles.encode(Charts.quadrants(40, 30), "png"));
        write("charts/cost$of$living.png", ChartFiles.encode(Charts.quadrants(80, 60), "png"));
        write("charts/words.svg", VectorFiles.template());
        write("charts/quadrants.svg", VectorFiles.quadrants());
        write("charts/framed.svg", VectorFiles.framed());
        write("charts/collage.svg", VectorFiles.collage());
        write("exact/only-here.png", ChartFiles.encode(Charts.quadrants(800, 600), "png"));
    }

    private void orientations() throws IOException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] file = ChartFiles.jpegWithOrientation(
                    ChartFiles.stored(Charts.quadrants(400, 300), orientation), orientation);
            write("charts/orientation-" + orientation + ".jpg", file);
        }
    }

    private void paths() throws IOException {
        byte[] jpeg = ChartFiles.encode(Charts.quadrants(400, 300), "jpeg");
        PhotoshopPaths paths =
                new PhotoshopPaths().rectangle("Middle", 0.25, 0.25, 0.75, 0.75).rectangle("Left", 0, 0, 0.5, 1);
        write("charts/outlined.jpg", paths.in(jpeg));
    }

    private void damaged() throws IOException {
        byte[] jpeg = ChartFiles.encode(Charts.zonePlate(), "jpeg");
        byte[] png = ChartFiles.encode(Charts.zonePlate(), "png");
        for (int percent : List.of(0, 1, 10, 50, 90, 99)) {
            write("charts/cut-" + percent + ".jpg", Arrays.copyOf(jpeg, jpeg.length * percent / 100));
            write("charts/cut-" + percent + ".png", Arrays.copyOf(png, png.length * percent / 100));
        }
        byte[] font = Files.readAllBytes(root.resolve("gallery/fonts/lobster.otf"));
        write("charts/cut.otf", Arrays.copyOf(font, font.length / 2));
        write("charts/no-font.ttf", "<html>These are words.".getBytes(StandardCharsets.US_ASCII));
        write("charts/no-picture.png", "These are words.".getBytes(StandardCharsets.US_ASCII));
        write("charts/enormous.png", ChartFiles.pngThatClaims(Charts.frame(), 40_000, 30_000));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
