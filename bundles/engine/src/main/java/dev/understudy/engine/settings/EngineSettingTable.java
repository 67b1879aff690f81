package dev.understudy.engine.settings;

import static dev.understudy.settings.SettingSyntax.folder;
import static dev.understudy.settings.SettingSyntax.integer;
import static dev.understudy.settings.SettingSyntax.list;
import static dev.understudy.settings.SettingSyntax.millis;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.engine.mediaset.MediaSetPlanner;
import dev.understudy.serve.ReplyCache;
import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The rows of the engine's settings. {@link SettingRow} tells the columns. */
public final class EngineSettingTable {

    private static final int ANY = Integer.MAX_VALUE;
    private static final long LONGEST_TRUST = ReplyCache.CachedReply.MAX_UNVALIDATED_AGE.toMillis();
    private static final SettingSyntax<AddressFilter> CLIENTS = list(
            AddressFilter.FORM + ", or empty for none",
            ",",
            text -> text.isEmpty() ? AddressFilter.NOBODY : AddressFilter.parse(text));
    private static final SettingTable.Builder ROWS = SettingTable.of("dev.understudy.engine", "Understudy engine");

    // @formatter:off
    static final SettingRow<Integer> MAX_RENDER_PIXELS = ROWS.add("MaxRenderRgnPixels", "", "IS::MaxRenderRgnPixels", "16", integer(1, ANY), "largest image that is made, Mpixel");
    static final SettingRow<Integer> MAX_SOURCE_PIXELS = ROWS.add("MaxNonDsfSize", "", "IS::MaxNonDsfSize", "100", integer(1, ANY), "largest source that is opened, Mpixel; of a pyramid, the smallest image in it");
    static final SettingRow<Integer> MAX_MESSAGE_SIZE = ROWS.add("MaxMessageSize", "", "IS::MaxMessageSize", "16", integer(1, ANY), "largest reply, MB");
    static final SettingRow<Duration> DEADLINE = ROWS.add("deadline", "", "", "30000", millis(1, 60_000), "time that a request may take, waiting and stand-ins included");
    static final SettingRow<Integer> RENDERS = ROWS.add("renders", "", "IS::WorkerThreads", "0", integer(0, 1_000), "images made at a time; 0 for one a processor, two at least");
    static final SettingRow<Integer> PROCESSORS = ROWS.add("processors", "", "", "0", integer(0, 1_000), "processors for images; those that no image is made on help with large ones. 0 for all that there are, 1 for no help");
    static final SettingRow<Integer> QUEUE = ROWS.add("queue", "", "", "320", integer(1, 100_000), "requests at work or waiting, each of which holds a thread of the HTTP server; the next gets a 503 at once");
    static final SettingRow<Integer> MEMORY = ROWS.add("memory", "", "IS::PhysicalMemory", "0", integer(0, ANY), "megabytes of the heap (`-Xmx`) that images may take while they are made; 0 for six tenths of it");
    static final SettingRow<Duration> VALIDATION_INTERVAL = ROWS.add("cache.validationInterval", "", "", "1000", millis(0, LONGEST_TRUST), "time for which a cached image is served before its files are looked at again");
    static final SettingRow<Integer> QUARANTINE_ENTRIES = ROWS.add("quarantine.maxEntries", "", "", "1000", integer(0, 1_000_000), "damaged sources that are remembered so as not to be decoded again; 0 for none");
    static final SettingRow<Integer> SET_NESTING = ROWS.add("sets.nestingLimit", "", "PS::fvctx.nestingLimit", "10", integer(1, MediaSetPlanner.DEPTH), "sets that may be within one another in a reply to `req=set`");
    static final SettingRow<Optional<Path>> SAVE_DIRECTORY = ROWS.add("SaveDirectory", "", "IS::SaveDirectory", "", folder(), "folder that the `SavePath` of each catalog is in, for `req=saveToFile`; empty for saving nothing");
    static final SettingRow<AddressFilter> SAVE_CLIENTS = ROWS.add("saveToFile.clients", "", "", "", CLIENTS, "clients that may have images saved; empty for nobody");
    static final SettingRow<Integer> MAX_SAVE_PIXELS = ROWS.add("MaxSavePixels", "", "IS::MaxSavePixels", "100", integer(1, ANY), "largest image that is saved, Mpixel");
    static final SettingRow<Duration> SAVE_TIMEOUT = ROWS.add("saveToFile.saveTimeout", "", "PS::saveToFile.saveTimeout", "60000", millis(1, 60_000), "time that saving an image may take, when the request does not say `timeout=`");
    static final SettingRow<Integer> SAVE_MEGABYTES = ROWS.add("saveToFile.maxSize", "", "", "10000", integer(0, ANY), "megabytes that the files of a catalog's `SavePath` have together at most; 0 for any number");
    static final SettingRow<Integer> SAVE_FILES = ROWS.add("saveToFile.maxFiles", "", "", "100000", integer(0, ANY), "files that there are in a catalog's `SavePath` at most; 0 for any number");
    static final SettingRow<Integer> SET_BROCHURES = ROWS.add("sets.brochureLimit", "", "PS::fvctx.brochureLimit", "20", integer(0, ANY), "pages of page sets that a reply to `req=set` tells of with their maps and user data");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private EngineSettingTable() {}
}
