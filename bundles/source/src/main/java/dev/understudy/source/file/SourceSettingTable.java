package dev.understudy.source.file;

import static dev.understudy.settings.SettingSyntax.flag;
import static dev.understudy.settings.SettingSyntax.folder;
import static dev.understudy.settings.SettingSyntax.integer;
import static dev.understudy.settings.SettingSyntax.list;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;
import java.nio.file.Path;
import java.util.Optional;

/** The rows of the settings of sources. {@link SettingRow} tells the columns. */
public final class SourceSettingTable {

    private static final SettingTable.Builder ROWS =
            SettingTable.of("dev.understudy.source", "Understudy source files");

    private static final SettingSyntax<AddressFilter> ADDRESS_LIST = list(
            AddressFilter.FORM + ", or empty for none",
            ",",
            text -> text.isEmpty() ? AddressFilter.NOBODY : AddressFilter.parse(text));

    // @formatter:off
    public static final SettingRow<RootList> IMAGES = ROWS.add("image.rootPath", "UNDERSTUDY_IMAGES", "IS::RootPath", "", RootList.syntax(), "roots of images, folders and stores, searched in this order");
    public static final SettingRow<RootList> STATIC_CONTENT = ROWS.add("staticContent.rootPath", "UNDERSTUDY_STATIC", "PS::staticContent.rootPath", "", RootList.syntax(), "roots of static content, likewise");
    static final SettingRow<Boolean> FOLLOW_LINKS = ROWS.add("followLinks", "", "", "false", flag(), "whether links are followed out of a catalog's folder, and into that of another catalog");
    public static final SettingRow<Integer> TIMEOUT = ROWS.add("RemoteUrlTimeout", "", "IS::RemoteUrlTimeout", "10", integer(1, 600), "seconds until a foreign server must have sent an image, from first to last");
    public static final SettingRow<Integer> DEFAULT_EXPIRATION = ROWS.add("RemoteUrlDefaultExpiration", "", "IS::RemoteUrlDefaultExpiration", "36000", integer(0, Integer.MAX_VALUE), "seconds for which a foreign image is kept whose server does not say how long it may be");
    public static final SettingRow<AddressFilter> ADDRESSES = ROWS.add("foreign.addresses", "", "", "", ADDRESS_LIST, "addresses that are asked for foreign images though they are not public ones");
    public static final SettingRow<Integer> MAX_FILE_SIZE = ROWS.add("foreign.maxFileSize", "", "", "64", integer(1, 2047), "largest foreign image, MB");
    public static final SettingRow<Integer> CACHE_SIZE = ROWS.add("foreign.cacheSize", "", "", "512", integer(0, 1_000_000), "disk for foreign images that are kept, those used last, MB");
    public static final SettingRow<Integer> MAX_REQUESTS = ROWS.add("foreign.maxRequests", "", "", "32", integer(1, 1_000), "foreign images fetched at a time, half of them from one server or address, three quarters for one catalog; the next gets a 503 at once");
    public static final SettingRow<Integer> MAX_WAITING = ROWS.add("foreign.maxWaiting", "", "", "128", integer(1, 100_000), "requests that wait for foreign images at a time, half of them for one server, three quarters of one catalog; the next gets a 503 at once");
    public static final SettingRow<Integer> STORE_VALIDATION = ROWS.add("store.validationInterval", "", "", "60", integer(0, 31_536_000), "seconds for which a file of a store is taken to be as it was fetched");
    public static final SettingRow<Integer> STORE_STALE = ROWS.add("store.staleIfError", "", "", "86400", integer(0, 31_536_000), "seconds after that for which it is still used while its store does not answer");
    public static final SettingRow<Integer> STORE_TIMEOUT = ROWS.add("store.timeout", "", "", "5", integer(1, 600), "seconds until a store must be connected, and until it must have sent anything more; ten times as long for a whole file");
    public static final SettingRow<Boolean> STORE_FORBIDDEN_IS_MISSING = ROWS.add("store.forbiddenIsMissing", "", "", "true", flag(), "whether a file that a store does not let be read is taken to be missing, as stores answer so for missing files when they do not let be listed what they have");
    public static final SettingRow<Integer> STORE_MAX_FILE_SIZE = ROWS.add("store.maxFileSize", "", "", "1024", integer(1, 1_000_000), "largest file of a store, MB");
    public static final SettingRow<Integer> STORE_CACHE_SIZE = ROWS.add("store.cacheSize", "", "", "4096", integer(0, 10_000_000), "disk for files of stores that are kept, those used last, MB");
    public static final SettingRow<Integer> STORE_MAX_REQUESTS = ROWS.add("store.maxRequests", "", "", "32", integer(1, 1_000), "files of stores fetched at a time, half of them from one store, three quarters for one catalog; the next gets a 503 at once");
    public static final SettingRow<Integer> STORE_MAX_WAITING = ROWS.add("store.maxWaiting", "", "", "256", integer(1, 100_000), "requests that wait for files of stores at a time, half of them for one store, three quarters of one catalog; the next gets a 503 at once");
    public static final SettingRow<Integer> STORE_PARTS_FROM = ROWS.add("store.partsFrom", "", "", "16", integer(0, 1_000_000), "size from which on a TIFF of a store is fetched in parts, as requests need them, and may be larger than store.maxFileSize, MB; 0 for never");
    public static final SettingRow<Optional<Path>> STORE_FOLDER = ROWS.add("store.folder", "", "", "", folder(), "folder for files of stores that are kept; empty for one of the server's own, which may not outlast a restart");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private SourceSettingTable() {}
}
