package dev.understudy.levels.file;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Region;
import dev.understudy.image.SourceLevels.IndexKey;
import dev.understudy.image.SourceLevels.LevelKey;
import dev.understudy.testkit.codec.BytesSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures decoding at 1/1, 1/2, 1/4 and 1/8, of the whole and of a part, interleaved with reading the same samples from a level, and a part at
 * full size with an index and without: time of
 * this thread's processor, so that other load does not count. The first argument is a folder for levels, the others are files of JPEG.
 */
public final class LevelSpeed {

    private static final int ROUNDS = Integer.getInteger("rounds", 15);
    private static final double MILLI = 1e6;

    private LevelSpeed() {}

    private interface Work {
        void run() throws Exception;
    }

    /** Writes the medians in milliseconds. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        FileLevels levels = LevelFixture.open(Path.of(args[0]));
        for (int i = 1; i < args.length; i++) {
            for (int reduction = 8; reduction >= 1; reduction /= 2) {
                measure(levels, Path.of(args[i]), reduction).forEach((name, median) -> {
                    System.out.printf("%s %.2f ms%n", name, median);
                });
            }
            measureIndex(levels, Path.of(args[i])).forEach((name, median) -> {
                System.out.printf("%s %.2f ms%n", name, median);
            });
        }
    }

    private static Map<String, Double> measureIndex(FileLevels levels, Path file) throws Exception {
        BytesSource source = new BytesSource(Files.readAllBytes(file));
        JpegDecoder decoder = new JpegDecoder();
        DecodeRequest part = new DecodeRequest(new Region(800, 600, 800, 800), 1);
        IndexKey key = new IndexKey(source.stamp(), "speed");
        Map<String, Work> works = new LinkedHashMap<>();
        String name = file.getFileName() + ", 800x800 at full size";
        works.put(name + ", index made", () -> levels.keepIndex(key, decoder.index(source)));
        works.put(name + ", decoded", () -> decoder.decode(source, part));
        works.put(name + ", decoded by the index", () -> {
            byte[] index = levels.findIndex(key);
            if (index == null || decoder.decodeIndexed(source, part, index, IdleProcessors.NONE) == null) {
                throw new IllegalStateException("no index");
            }
        });
        return medians(works);
    }

    private static Map<String, Double> measure(FileLevels levels, Path file, int reduction) throws Exception {
        BytesSource source = new BytesSource(Files.readAllBytes(file));
        JpegDecoder decoder = new JpegDecoder();
        ImageInfo info = decoder.inspect(source);
        DecodeRequest whole = new DecodeRequest(null, reduction);
        DecodeRequest part = new DecodeRequest(new Region(800, 600, 1600, 1200), reduction);
        Map<String, Work> works = new LinkedHashMap<>();
        Decoded level = decoder.decode(source, whole);
        LevelKey key = new LevelKey(source.stamp(), "speed", whole);
        String name = file.getFileName() + " at 1/" + reduction;
        works.put(name + ", kept", () -> levels.keep(key, level));
        works.put(name + ", decoded", () -> decoder.decode(source, whole));
        works.put(name + ", read", () -> read(levels, key, decoder.part(source, info, whole)));
        works.put(name + ", part decoded", () -> decoder.decode(source, part));
        works.put(name + ", part read", () -> read(levels, key, decoder.part(source, info, part)));
        return medians(works);
    }

    private static Map<String, Double> medians(Map<String, Work> works) throws Exception {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Work> work : works.entrySet()) {
                long start = now();
                work.getValue().run();
                times.computeIfAbsent(work.getKey(), each -> new ArrayList<>()).add((now() - start) / MILLI);
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach(
                (work, all) -> medians.put(work, all.stream().sorted().toList().get(all.size() / 2)));
        return medians;
    }

    private static void read(FileLevels levels, LevelKey key, DecodedPart part) {
        if (levels.find(key, part) == null) {
            throw new IllegalStateException("no level");
        }
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
