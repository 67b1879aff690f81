package dev.understudy.itest.hostile;

import dev.understudy.testkit.codec.ManyParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Damaged files of all formats, the same ones every time, and the sound ones that they are made of. */
final class Corpus {

    private static final long SEED = 20260301;
    private static final int OF_EACH = 10;
    /** What takes a time that grows with the square of this is not done within the time that requests have. */
    private static final int MANY = 100_000;

    private static final String TILED = "tiled.tif";

    private static final Map<String, FormatFields> SAMPLES = new TreeMap<>(Map.of(
            "common/error-background.jpg",
            new JpegFields(),
            "shop/drum.jpg",
            new JpegFields(),
            "common/logo.png",
            new PngFields(),
            "common/default.png",
            new PngFields(),
            "shop/clock.gif",
            new GifFields(),
            "shop/lamp.tif",
            new TiffFields(),
            TILED,
            new TiffFields(),
            "gallery/brook.webp",
            new WebpFields(),
            "shop/swatch-red.bmp",
            new BmpFields()));

    private final Path samples;

    /** Files made of the samples in a folder. */
    Corpus(Path samples) {
        this.samples = samples;
    }

    /** The sound files. */
    List<HostileFile> sound() throws IOException {
        List<HostileFile> files = new ArrayList<>();
        for (String sample : SAMPLES.keySet()) {
            files.add(new HostileFile(soundName(sample), soundName(sample), read(sample)));
        }
        return files;
    }

    /** The damaged files. */
    List<HostileFile> damaged() throws IOException {
        Random random = new Random(SEED);
        List<HostileFile> files = new ArrayList<>();
        for (Map.Entry<String, FormatFields> sample : SAMPLES.entrySet()) {
            byte[] sound = read(sample.getKey());
            for (Damage damage : Damage.values()) {
                for (int i = 0; i < OF_EACH; i++) {
                    String name = String.format(
                            Locale.ROOT,
                            "%03d-%s%s",
                            files.size(),
                            damage.name().toLowerCase(Locale.ROOT),
                            suffix(sample.getKey()));
                    byte[] bytes = damage.apply(sound, sample.getValue(), random);
                    files.add(new HostileFile(name, soundName(sample.getKey()), bytes));
                }
            }
        }
        return files;
    }

    /** Files of so many parts that nobody has the time to read one of them as often as there are others. */
    List<HostileFile> ofManyParts() throws IOException {
        List<HostileFile> files = new ArrayList<>();
        add(files, "common/logo.png", ManyParts.ofPng(read("common/logo.png"), MANY));
        add(files, "common/error-background.jpg", ManyParts.ofJpeg(read("common/error-background.jpg"), MANY));
        add(files, "shop/clock.gif", ManyParts.ofGif(read("shop/clock.gif"), MANY));
        add(files, "gallery/brook.webp", ManyParts.ofWebp(read("gallery/brook.webp"), MANY));
        return files;
    }

    private static void add(List<HostileFile> files, String sample, List<ManyParts> parts) {
        parts.forEach(
                file -> files.add(new HostileFile(file.name() + suffix(sample), soundName(sample), file.bytes())));
    }

    private byte[] read(String sample) throws IOException {
        return sample.equals(TILED) ? TiledTiff.file() : Files.readAllBytes(samples.resolve(sample));
    }

    private static String soundName(String sample) {
        return "sound-" + sample.substring(sample.lastIndexOf('/') + 1);
    }

    private static String suffix(String sample) {
        return sample.substring(sample.lastIndexOf('.'));
    }

    /** All files. */
    List<HostileFile> all() throws IOException {
        return Stream.of(sound(), damaged(), ofManyParts())
                .flatMap(List::stream)
                .toList();
    }
}
