package dev.understudy.settings;

import static dev.understudy.catalog.Support.FULL;
import static dev.understudy.catalog.Support.NONE;
import static dev.understudy.catalog.Support.PARTIAL;

import dev.understudy.catalog.Support;
import java.util.Arrays;
import java.util.Optional;

/**
 * The table of the reference's server settings, in the order of its pages: under which name of which configuration each is
 * found here.
 *
 * <p>Source: the reference's pages on server settings.
 */
public enum ServerSetting {
    // @formatter:off
    TC_DIRECTORY("TC::directory", "dev.understudy.http", "log.directory", FULL, ""),
    TC_MAX_DAYS("TC::maxDays", "dev.understudy.http", "log.maxDays", FULL, ""),
    TC_PREFIX("TC::prefix", "dev.understudy.http", "log.prefix", FULL, ""),
    TC_PATTERN("TC::pattern", "dev.understudy.http", "log.pattern", FULL, ""),
    AS_MAX_AVERAGE_RESPONSE_TIME("AS::monitorAlertGenerator.maxAverageResponseTime", "dev.understudy.metrics", "monitorAlertGenerator.maxAverageResponseTime", FULL, ""),
    AS_MAX_ERROR_RATE("AS::monitorAlertGenerator.maxErrorRate", "dev.understudy.metrics", "monitorAlertGenerator.maxErrorRate", FULL, ""),
    AS_MIN_REQUEST_RATE("AS::monitorAlertGenerator.minRequestRate", "dev.understudy.metrics", "monitorAlertGenerator.minRequestRate", FULL, ""),
    AS_MIN_FREE_HEAP_SPACE("AS::monitorAlertGenerator.minFreeHeapSpace", "dev.understudy.metrics", "monitorAlertGenerator.minFreeHeapSpace", FULL, ""),
    AS_MAX_OVERLAP("AS::monitorAlertGenerator.maxOverlap", "dev.understudy.metrics", "monitorAlertGenerator.maxOverlap", FULL, ""),
    AS_LOCKED_THRESHOLD("AS::monitorAlertGenerator.lockedThreshold", "dev.understudy.metrics", "monitorAlertGenerator.lockedThreshold", FULL, ""),
    PS_CACHE_CLUSTER_HOSTS("PS::cacheCluster.hosts", "dev.understudy.cache.cluster", "cacheCluster.hosts", FULL, "Has an effect where the optional bundle `cache-cluster` is installed."),
    PS_CLUSTER_HOSTS("PS::cluster.hosts", "dev.understudy.cache.cluster", "cluster.hosts", FULL, "Has an effect where the optional bundle `cache-cluster` is installed."),
    PS_CACHE_CLUSTER_UPDATE_LOCAL_CACHE("PS::cacheCluster.updateLocalCache", "dev.understudy.cache.cluster", "cacheCluster.updateLocalCache", FULL, "Has an effect where the optional bundle `cache-cluster` is installed."),
    PS_CACHE_CLUSTER_QUERY_TIMEOUT("PS::cacheCluster.queryTimeout", "dev.understudy.cache.cluster", "cacheCluster.queryTimeout", FULL, "Has an effect where the optional bundle `cache-cluster` is installed."),
    PS_CACHE_CLUSTER_FETCH_TIMEOUT("PS::cacheCluster.fetchTimeout", "dev.understudy.cache.cluster", "cacheCluster.fetchTimeout", FULL, "1000 where nothing is said. Has an effect where the optional bundle `cache-cluster` is installed."),
    IS_ROOT_PATH("IS::RootPath", "dev.understudy.source", "image.rootPath", FULL, ""),
    PS_STATIC_CONTENT_ROOT_PATH("PS::staticContent.rootPath", "dev.understudy.source", "staticContent.rootPath", FULL, ""),
    IS_SAVE_DIRECTORY("IS::SaveDirectory", "dev.understudy.engine", "SaveDirectory", FULL, "Empty, nothing is saved."),
    SV_LOG("SV::log", true, "The container's logging takes its place."),
    SV_TRACELEVEL("SV::tracelevel", true, "The container's logging takes its place."),
    IS_LOG("IS::Log", true, "The container's logging takes its place."),
    IS_TRACE_CLIENT("IS::TraceClient", true, "The container's logging takes its place."),
    IS_TRACE_STATS_INTERVAL("IS::TraceStatsInterval", true, "Figures are in `/health` and in the console's commands at all times."),
    PS_ERROR_REDIRECT_ROOT_URL("PS::errorRedirect.rootUrl", "dev.understudy.redirect", "errorRedirect.rootUrl", FULL, ""),
    PS_ERROR_REDIRECT_CONNECT_TIMEOUT("PS::errorRedirect.connectTimeout", "dev.understudy.redirect", "errorRedirect.connectTimeout", FULL, ""),
    PS_ERROR_REDIRECT_SOCKET_TIMEOUT("PS::errorRedirect.socketTimeout", "dev.understudy.redirect", "errorRedirect.socketTimeout", FULL, ""),
    TC_PS_PORT("TC::PsPort", "dev.understudy.http", "port", FULL, ""),
    IS_CACHE_SERVER_URL("IS::CacheServerUrl", true, "There is one process, which fetches foreign images itself."),
    IS_REMOTE_URL_DEFAULT_EXPIRATION("IS::RemoteUrlDefaultExpiration", "dev.understudy.source", "RemoteUrlDefaultExpiration", FULL, ""),
    IS_REMOTE_URL_TIMEOUT("IS::RemoteUrlTimeout", "dev.understudy.source", "RemoteUrlTimeout", FULL, "At most what the request's own deadline leaves."),
    PS_ALLOW_DEFAULT_CATALOG_REQUESTS("PS::allowDefaultCatalogRequests", "dev.understudy.catalog", "allowDefaultCatalogRequests", FULL, ""),
    PS_SAVE_TO_FILE_SAVE_TIMEOUT("PS::saveToFile.saveTimeout", "dev.understudy.engine", "saveToFile.saveTimeout", FULL, ""),
    CS_CATALOG_ROOT_PATH("CS::catalog.rootPath", "dev.understudy.catalog", "catalog.rootPath", FULL, ""),
    CS_CATALOG_CACHE_ROOT("CS::catalog.cacheRoot", true, "Catalogs are kept in memory; no folder is needed."),
    CS_CATALOG_MODIFICATION_WAIT_TIME("CS::catalog.modificationWaitTime", "dev.understudy.catalog", "catalog.modificationWaitTime", FULL, ""),
    CS_CATALOG_REFRESH_INTERVAL("CS::catalog.refreshInterval", "dev.understudy.catalog", "catalog.refreshInterval", FULL, ""),
    IS_MAX_MESSAGE_SIZE("IS::MaxMessageSize", "dev.understudy.engine", "MaxMessageSize", FULL, ""),
    IS_MAX_RENDER_RGN_PIXELS("IS::MaxRenderRgnPixels", "dev.understudy.engine", "MaxRenderRgnPixels", FULL, ""),
    IS_MAX_SAVE_PIXELS("IS::MaxSavePixels", "dev.understudy.engine", "MaxSavePixels", FULL, ""),
    IS_MAX_NON_DSF_SIZE("IS::MaxNonDsfSize", "dev.understudy.engine", "MaxNonDsfSize", FULL, "For every source; of a pyramid, for the smallest image in it."),
    PS_FVCTX_USE_CATALOG_RECORD_VALIDATION("PS::fvctx.useCatalogRecordValidation", true, "Replies about sets are made anew for each request."),
    PS_FVCTX_NESTING_LIMIT("PS::fvctx.nestingLimit", "dev.understudy.engine", "sets.nestingLimit", FULL, ""),
    PS_FVCTX_BROCHURE_LIMIT("PS::fvctx.brochureLimit", "dev.understudy.engine", "sets.brochureLimit", FULL, ""),
    AS_ENABLE_GLOBAL_ALERTING("AS::monitorAlertGenerator.enableGlobalAlerting", "dev.understudy.metrics", "monitorAlertGenerator.enableGlobalAlerting", FULL, "Alerts are lines of the log, and on by default."),
    AS_MAIL_SENDER_HOST("AS::mailSender.host", true, "Alerts are lines of the log; whatever reads it, or Prometheus, sends mail."),
    AS_MAIL_SENDER_PORT("AS::mailSender.port", true, "Alerts are lines of the log; whatever reads it, or Prometheus, sends mail."),
    AS_MESSAGE_TO("AS::monitorAlertGenerator.messageTo", true, "Alerts are lines of the log; whatever reads it, or Prometheus, sends mail."),
    AS_MESSAGE_FROM("AS::monitorAlertGenerator.messageFrom", true, "Alerts are lines of the log; whatever reads it, or Prometheus, sends mail."),
    AS_ALERT_INTERVAL("AS::monitorAlertGenerator.alertInterval", "dev.understudy.metrics", "monitorAlertGenerator.alertInterval", FULL, ""),
    AS_HEAP_SPACE_RESET_INTERVAL("AS::monitorAlertGenerator.heapSpaceResetInterval", "dev.understudy.metrics", "monitorAlertGenerator.heapSpaceResetInterval", FULL, ""),
    AS_MIN_TRAFFIC_FOR_ALERTS("AS::monitorAlertGenerator.minTrafficForAlerts", "dev.understudy.metrics", "monitorAlertGenerator.minTrafficForAlerts", FULL, ""),
    PS_CACHE_ROOT_PATHS("PS::cache.rootPaths", "dev.understudy.cache", "cache.rootPaths", FULL, ""),
    PS_CACHE_MAX_SIZE("PS::cache.maxSize", "dev.understudy.cache", "cache.maxSize", FULL, ""),
    PS_CACHE_MAX_ENTRIES("PS::cache.maxEntries", "dev.understudy.cache", "cache.maxEntries", FULL, ""),
    IS_TEMP_DIRECTORY("IS::TempDirectory", true, "Nothing is kept in temporary files."),
    SV_TEMP("SV::temp", true, "There is no supervisor."),
    SV_IMAGE_SERVER_MODE("SV::ImageServerMode", true, "There is one process."),
    SV_PS_HEAP_SIZE("SV::PsHeapSize", true, "The Java options of the container take its place."),
    IS_TCP_PORT("IS::TcpPort, PS::isConnection.port", true, "There is one process."),
    IS_PHYSICAL_MEMORY("IS::PhysicalMemory", "dev.understudy.engine", "memory", PARTIAL, "In megabytes of the heap, not in per cent; never exceeded."),
    IS_WORKER_THREADS("IS::WorkerThreads", "dev.understudy.engine", "renders", PARTIAL, "How many images are made at a time; one more for a catalog that has none."),
    IS_NUMBER_OF_TEXT_SERVERS("IS::NumberOfTextServers", true, "There is one process."),
    IS_TEXT_SERVER_TCP_PORT_RANGE("IS::TextServerTcpPortRange", true, "There is one process."),
    TC_SSL_PORT("TC::SslPort", "dev.understudy.http", "sslPort", FULL, "Empty, TLS is not spoken."),
    TC_KEYSTORE_FILE("TC::keystoreFile", "dev.understudy.http", "keystoreFile", FULL, "PEM files can take its place: `certificateFiles`, `keyFiles`."),
    TC_KEYSTORE_PASS("TC::keystorePass", "dev.understudy.http", "keystorePass", FULL, "Or `file:` and the path of a file that has it."),
    TC_KEYSTORE_TYPE("TC::keystoreType", "dev.understudy.http", "keystoreType", FULL, ""),
    SV_SVG_HEAP_SIZE("SV::SvgHeapSize", true, "There is one process."),
    PS_SVG_PROVIDER_ROOT_PATHS("PS::svgProvider.rootPaths", true, "Vector images lie where images do: `image.rootPath`."),
    PS_SVG_PROVIDER_SVG_FILE_SIZE_LIMIT("PS::svgProvider.SVGFileSizeLimit", "dev.understudy.codec.svg", "svgProvider.SVGFileSizeLimit", FULL, "Of the unpacked file; 4096 where nothing is said."),
    IS_SVG_MAX_RENDER_RGN_PIXELS("IS::SvgMAxRenderRgnPixels", true, "The limit of all images holds: `MaxRenderRgnPixels`."),
    PS_SVG_PROVIDER_PORT("PS::svgProvider.port", true, "There is one process."),
    PS_SVG_PROVIDER_FONT_ROOT("PS::svgProvider.fontRoot", "dev.understudy.codec.svg", "svgProvider.fontRoot", FULL, "Empty, there is the built-in Noto Sans, for text that names no font or describes one, such as `sans-serif`."),
    SVG_RENDER_PORT("SVG::SVGRender.port, IS::SVGTcpPort", true, "There is one process.");
    // @formatter:on

    private final String reference;
    private final String configuration;
    private final String property;
    private final Support support;
    private final boolean replaced;
    private final String note;

    ServerSetting(String reference, String configuration, String property, Support support, String note) {
        this.reference = reference;
        this.configuration = configuration;
        this.property = property;
        this.support = support;
        this.replaced = false;
        this.note = note;
    }

    ServerSetting(String reference, boolean replaced, String note) {
        this.reference = reference;
        this.configuration = "";
        this.property = "";
        this.support = NONE;
        this.replaced = replaced;
        this.note = note;
    }

    /** The setting that goes by a name, with or without the part of the reference's server that it is for. */
    static Optional<ServerSetting> named(String name) {
        return Arrays.stream(values())
                .filter(setting ->
                        Arrays.stream(setting.reference.split(", ", -1)).anyMatch(known -> isName(name, known)))
                .findFirst();
    }

    private static boolean isName(String name, String known) {
        return name.equalsIgnoreCase(known) || name.equalsIgnoreCase(known.substring(known.indexOf("::") + 2));
    }

    /** The name in the reference. */
    public String reference() {
        return reference;
    }

    /** The configuration that holds it here; empty for none. */
    public String configuration() {
        return configuration;
    }

    /** The name in that configuration; empty for none. */
    public String property() {
        return property;
    }

    /** Whether it works. */
    public Support support() {
        return support;
    }

    /** Whether nothing is to be set, since there is no such part here, or something else does what it is for. */
    public boolean isReplaced() {
        return replaced;
    }

    /** What is different, or why it does not work; empty for nothing. */
    public String note() {
        return note;
    }
}
