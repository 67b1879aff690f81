package dev.understudy.itest.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Damaged files of all formats, the same ones every time. */
final class Corpus {

    private static final long SEED = 20260301;
    private static final int OF_EACH = 10;

    private static final Map<String, FormatFields> SAMPLES = new TreeMap<>(Map.of(
            "common/error-background.jpg", new JpegFields(),
            "shop/drum.jpg", new JpegFields(),
            "common/logo.png", new PngFields(),
            "common/default.png", new PngFields(),
            "shop/clock.gif", new GifFields(),
            "shop/lamp.tif", new TiffFields(),
            "gallery/brook.webp", new WebpFields(),
            "shop/swatch-red.bmp", new BmpFields()));

    private Corpus() {}

    /** All files, made of the samples in a folder. */
    static List<HostileFile> of(Path samples) throws IOException {
        Random random = new Random(SEED);
        List<HostileFile> files = new ArrayList<>();
        for (Map.Entry<String, FormatFields> sample : SAMPLES.entrySet()) {
            byte[] sound = Files.readAllBytes(samples.resolve(sample.getKey()));
            String suffix = sample.getKey().substring(sample.getKey().lastIndexOf('.'));
            for (Damage damage : Damage.values()) {
                for (int i = 0; i < OF_EACH; i++) {
                    String name = String.format(
                            Locale.ROOT,
                            "%03d-%s%s",
                            files.size(),
                            damage.name().toLowerCase(Locale.ROOT),
                            suffix);
                    files.add(new HostileFile(name, damage.apply(sound, sample.getValue(), random)));
                }
            }
        }
        return files;
    }
}
