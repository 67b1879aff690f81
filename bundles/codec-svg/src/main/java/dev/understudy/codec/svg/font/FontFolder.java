package dev.understudy.codec.svg.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the fonts of a folder and of the folders in it. */
final class FontFolder {

    private static final Logger LOG = LoggerFactory.getLogger(FontFolder.class);

    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 2000;
    private static final Pattern FONT = Pattern.compile("(?i).*\\.(ttf|otf|ttc|otc)");

    private FontFolder() {}

    /** The faces by the names of their families, in small letters. A file that cannot be used is told of and left out. */
    static Map<String, List<FolderFace>> read(Path folder) {
        Map<String, List<FolderFace>> families = new HashMap<>();
        for (Path file : files(folder)) {
            for (Font font : fonts(file)) {
                FolderFace face = new FolderFace(font);
                families.computeIfAbsent(face.family(), name -> new ArrayList<>())
                        .add(face);
            }
        }
        return families;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            List<Path> fonts = files.filter(
                            file -> FONT.matcher(file.toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (fonts.size() > MOST_FILES) {
                LOG.warn("svgProvider.fontRoot has more than {} fonts; the others are not used", MOST_FILES);
            }
            return fonts.subList(0, Math.min(MOST_FILES, fonts.size()));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The folder of svgProvider.fontRoot cannot be read: {}", e.toString());
            return List.of();
        }
    }

    private static List<Font> fonts(Path file) {
        try {
            return List.of(Font.createFonts(file.toFile()));
        } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError e) {
            LOG.warn("The font {} cannot be used for text in SVG: {}", file, e.toString());
            return List.of();
        }
    }
}
