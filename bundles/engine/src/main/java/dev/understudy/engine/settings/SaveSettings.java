package dev.understudy.engine.settings;

import dev.understudy.catalog.AddressFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where images are saved, and for whom.
 *
 * @param directory the folder that those of all catalogs are in, absolute; empty when nothing is saved
 * @param clients those that may have images saved
 * @param maxPixels pixels of an image at most
 * @param timeout the time that saving may take when the request does not say it
 * @param quota what a catalog's folder may hold
 */
public record SaveSettings(
        Optional<Path> directory, AddressFilter clients, long maxPixels, Duration timeout, SaveQuota quota) {}
