package dev.understudy.itest.bench;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What is asked for: three tenants with a copy of every sample image each. One has nothing set, one a default image, one
 * an error image.
 */
final class TestUrls {

    private static final List<String> TENANTS = List.of("plain", "substituting", "telling");
    private static final List<String> MORE = List.of(
            "",
            "&fmt=png",
            "&fmt=webp",
            "&qlt=60,1",
            "&hei=90&fit=crop",
            "&bgc=ff0000&fmt=gif",
            "&req=tmb",
            "&fmt=tif");
    private static final int SIZES = 40;

    private final List<CheckedImage> images;
    private final List<Path> catalogFiles;

    private TestUrls(List<CheckedImage> images, List<Path> catalogFiles) {
        this.images = images;
        this.catalogFiles = catalogFiles;
    }

    /** Puts catalogs and images where a server will find them. */
    static TestUrls create(Setup setup) throws IOException {
        List<CheckedImage> images = new ArrayList<>();
        List<Path> catalogFiles = new ArrayList<>();
        for (String tenant : TENANTS) {
            Path folder = Files.createDirectories(setup.images().resolve(tenant));
            List<String> rows = new ArrayList<>(List.of("Id\tPath"));
            for (Path sample : samples()) {
                String id = "p" + rows.size();
                Path file = folder.resolve(id + suffix(sample));
                Files.copy(sample, file);
                rows.add(id + "\t" + file.getFileName());
                images.add(new CheckedImage("/is/image/" + tenant + "/" + id, file));
            }
            Path records = setup.catalogs().resolve(tenant + ".tsv");
            catalogFiles.add(Files.write(records, rows));
            Files.write(
                    setup.catalogs().resolve(tenant + ".ini"),
                    List.of(
                            "RootId=" + tenant,
                            "RootPath=" + tenant,
                            "CatalogFile=" + records.getFileName(),
                            "MaxPix=2000,2000",
                            "DefaultImage=" + (tenant.equals("substituting") ? "/picture-to-come" : ""),
                            "ErrorImage=" + (tenant.equals("telling") ? "/error" : "")));
        }
        return new TestUrls(images, catalogFiles);
    }

    /** One image of all. */
    CheckedImage image(Random random) {
        return images.get(random.nextInt(images.size()));
    }

    /** One file of records of all. */
    Path catalogFile(Random random) {
        return catalogFiles.get(random.nextInt(catalogFiles.size()));
    }

    /** One of the requests for an image. */
    static String target(CheckedImage image, Random random) {
        // few sizes are asked for often, as on a page, and the others now and then
        int size = (int) Math.min(SIZES - 1.0, Math.abs(random.nextGaussian()) * SIZES / 4);
        return image.path() + "?wid=" + (60 + 11 * size) + MORE.get(random.nextInt(MORE.size()));
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Build.samples().resolve("images"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*/(broken|empty|bad-profile|fonts/).*"))
                    .sorted()
                    .toList();
        }
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    }
}
