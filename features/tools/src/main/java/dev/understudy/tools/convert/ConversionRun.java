package dev.understudy.tools.convert;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ImageInfo;
import dev.understudy.tools.convert.ConversionList.PendingConversion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Converts a list of files, several at a time, and tells of each that is not converted. */
final class ConversionRun {

    /** When a pyramid that is there is made again. */
    enum Existing {
        keep,
        older,
        overwrite
    }

    /** What has become of a file. */
    enum Outcome {
        CONVERTED("converted"),
        REDUCED("converted, to 8 bits a sample from more, as the server draws them"),
        PRESENT("there already"),
        OUTDATED("there already, but older than their images; --existing older converts those again"),
        NO_IMAGE("no images"),
        FAILED("failed"),
        NOT_BEGUN("not begun");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    /** Files by these names should be images, and it is told when they are not. */
    private static final Set<String> SUFFIXES =
            Set.of("jpg", "jpeg", "jpe", "png", "gif", "tif", "tiff", "bmp", "webp", "psd", "eps", "svg", "avif");

    private final PyramidConversion conversion;
    private final Existing existing;
    private final boolean stopOnError;
    private final boolean alone;
    private final PrintWriter err;
    private final ProgressLine progress;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * A run.
     *
     * @param existing what becomes of pyramids that are there
     * @param stopOnError whether no other file is begun once one has failed
     * @param alone whether it is one file that a person has named, and not those of a folder
     */
    ConversionRun(
            PyramidConversion conversion,
            Existing existing,
            boolean stopOnError,
            boolean alone,
            PrintWriter err,
            ProgressLine progress) {
        this.conversion = conversion;
        this.existing = existing;
        this.stopOnError = stopOnError;
        this.alone = alone;
        this.err = err;
        this.progress = progress;
    }

    /** Converts all; how many have come to what. */
    Map<Outcome, Integer> run(List<PendingConversion> items, int parallel) {
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<Outcome>> results = new ArrayList<>();
            for (PendingConversion item : items) {
                results.add(threads.submit(() -> convert(item)));
            }
            Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
            for (Future<Outcome> result : results) {
                counts.merge(result.get(), 1, Integer::sum);
            }
            return counts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            progress.clear();
        }
    }

    /** A line that tells of all files. */
    static String summary(Map<Outcome, Integer> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((outcome, count) -> parts.add(count + " " + outcome.words));
        return parts.isEmpty() ? "no files" : String.join("; ", parts);
    }

    private Outcome convert(PendingConversion item) {
        if (stopped.get()) {
            return Outcome.NOT_BEGUN;
        }
        double[] told = {0};
        Outcome outcome = attempt(item, part -> {
            told[0] += part;
            progress.add(part);
        });
        progress.end(1 - told[0]);
        if (outcome == Outcome.FAILED && stopOnError) {
            stopped.set(true);
        }
        return outcome;
    }

    private Outcome attempt(PendingConversion item, DoubleConsumer parts) {
        try {
            if (ConversionList.isUnfollowed(item.source())) {
                return failed(item, "it is a link to a folder or to nothing, which is not followed");
            }
            if (item.collides()) {
                conversion.recognize(item.source());
                return failed(item, "'" + item.target() + "' is that of '" + item.first() + "' already");
            }
            Outcome present = present(item);
            if (present != null) {
                return present;
            }
            ImageInfo source = conversion.convert(item.source(), item.target(), parts);
            return source.bitsPerSample() > Byte.SIZE ? Outcome.REDUCED : Outcome.CONVERTED;
        } catch (NoSuchFileException e) {
            return failed(item, "there is no file " + e.getFile());
        } catch (FileAlreadyExistsException e) {
            return failed(item, "'" + e.getFile() + "' is a file, and would have to be a folder");
        } catch (IOException e) {
            return failed(item, e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (ServeException | RuntimeException | OutOfMemoryError e) {
            Failure failure = Failure.of(e);
            if (!alone && failure.message().contains("of no known image format") && !hasSuffix(item)) {
                return Outcome.NO_IMAGE;
            }
            return failed(item, failure.logMessage());
        }
    }

    private @Nullable Outcome present(PendingConversion item) throws IOException {
        if (existing == Existing.overwrite || !Files.exists(item.target())) {
            return null;
        }
        boolean older =
                Files.getLastModifiedTime(item.target()).compareTo(Files.getLastModifiedTime(item.source())) < 0;
        if (!older) {
            return Outcome.PRESENT;
        }
        return existing == Existing.older ? null : Outcome.OUTDATED;
    }

    private Outcome failed(PendingConversion item, String message) {
        progress.print(err, message.contains(item.source().toString()) ? message : item.source() + ": " + message);
        return Outcome.FAILED;
    }

    private static boolean hasSuffix(PendingConversion item) {
        String name = item.source().getFileName().toString().toLowerCase(Locale.ROOT);
        return SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
