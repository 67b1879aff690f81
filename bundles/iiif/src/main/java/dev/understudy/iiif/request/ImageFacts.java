package dev.understudy.iiif.request;

import dev.understudy.image.PixelSize;
import dev.understudy.source.Stamp;
import java.util.List;

/**
 * What has to be known of an image before a part of it can be asked for.
 *
 * @param size of the whole
 * @param transparent whether it has transparency
 * @param template whether it is made by the commands of a record, and no file
 * @param files the states of the files that this was found out of
 */
public record ImageFacts(PixelSize size, boolean transparent, boolean template, List<Stamp> files) {

    public ImageFacts {
        files = List.copyOf(files);
    }

    /** Whether an image is of the same states of files, as far as it is of the same files. */
    public boolean isOf(List<Stamp> files) {
        return this.files.stream()
                .allMatch(known -> files.stream()
                        .filter(file -> file.key().equals(known.key()))
                        .allMatch(known::equals));
    }
}
