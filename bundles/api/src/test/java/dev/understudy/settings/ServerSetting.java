package dev.understudy.settings;

import static dev.understudy.catalog.Support.FULL;
import static dev.understudy.catalog.Support.NONE;
import static dev.understudy.catalog.Support.PARTIAL;

import dev.understudy.catalog.Support;

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
    AS_MAX_AVERAGE_RESPONSE_TIME("AS::monitorAlertGenerator.maxAverageResponseTime"),
    AS_MAX_ERROR_RATE("AS::monitorAlertGenerator.maxErrorRate"),
    AS_MIN_REQUEST_RATE("AS::monitorAlertGenerator.minRequestRate"),
    AS_MIN_FREE_HEAP_SPACE("AS::monitorAlertGenerator.minFreeHeapSpace"),
    AS_MAX_OVERLAP("AS::monitorAlertGenerator.maxOverlap"),
    AS_LOCKED_THRESHOLD("AS::monitorAlertGenerator.lockedThreshold"),
    PS_CACHE_CLUSTER_HOSTS("PS::cacheCluster.hosts"),
    PS_CACHE_CLUSTER_UPDATE_LOCAL_CACHE("PS::cacheCluster.updateLocalCache"),
    PS_CACHE_CLUSTER_QUERY_TIMEOUT("PS::cacheCluster.queryTimeout"),
    PS_CACHE_CLUSTER_FETCH_TIMEOUT("PS::cacheCluster.fetchTimeout"),
    IS_ROOT_PATH("IS::RootPath", "dev.understudy.source", "image.rootPath", FULL, ""),
    PS_STATIC_CONTENT_ROOT_PATH("PS::staticContent.rootPath", "dev.understudy.source", "staticContent.rootPath", FULL, ""),
    IS_SAVE_DIRECTORY("IS::SaveDirectory"),
    SV_LOG("SV::log", "The container's logging takes its place."),
    SV_TRACELEVEL("SV::tracelevel", "The container's logging takes its place."),
    IS_LOG("IS::Log", "The container's logging takes its place."),
    IS_TRACE_CLIENT("IS::TraceClient", "The container's logging takes its place."),
    IS_TRACE_STATS_INTERVAL("IS::TraceStatsInterval"),
    PS_ERROR_REDIRECT_ROOT_URL("PS::errorRedirect.rootUrl", "dev.understudy.redirect", "errorRedirect.rootUrl", FULL, ""),
    PS_ERROR_REDIRECT_CONNECT_TIMEOUT("PS::errorRedirect.connectTimeout", "dev.understudy.redirect", "errorRedirect.connectTimeout", FULL, ""),
    PS_ERROR_REDIRECT_SOCKET_TIMEOUT("PS::errorRedirect.socketTimeout", "dev.understudy.redirect", "errorRedirect.socketTimeout", FULL, ""),
    TC_PS_PORT("TC::PsPort", "dev.understudy.http", "port", FULL, ""),
    IS_CACHE_SERVER_URL("IS::CacheServerUrl"),
    IS_REMOTE_URL_DEFAULT_EXPIRATION("IS::RemoteUrlDefaultExpiration", "dev.understudy.source", "RemoteUrlDefaultExpiration", FULL, ""),
    IS_REMOTE_URL_TIMEOUT("IS::RemoteUrlTimeout", "dev.understudy.source", "RemoteUrlTimeout", FULL, "At most what the request's own deadline leaves."),
    PS_ALLOW_DEFAULT_CATALOG_REQUESTS("PS::allowDefaultCatalogRequests", "dev.understudy.catalog", "allowDefaultCatalogRequests", FULL, ""),
    PS_SAVE_TO_FILE_SAVE_TIMEOUT("PS::saveToFile.saveTimeout"),
    CS_CATALOG_ROOT_PATH("CS::catalog.rootPath", "dev.understudy.catalog", "catalog.rootPath", FULL, ""),
    CS_CATALOG_CACHE_ROOT("CS::catalog.cacheRoot", "Catalogs are kept in memory; no folder is needed."),
    CS_CATALOG_MODIFICATION_WAIT_TIME("CS::catalog.modificationWaitTime", "dev.understudy.catalog", "catalog.modificationWaitTime", FULL, ""),
    CS_CATALOG_REFRESH_INTERVAL("CS::catalog.refreshInterval", "dev.understudy.catalog", "catalog.refreshInterval", FULL, ""),
    IS_MAX_MESSAGE_SIZE("IS::MaxMessageSize", "dev.understudy.engine", "MaxMessageSize", FULL, ""),
    IS_MAX_RENDER_RGN_PIXELS("IS::MaxRenderRgnPixels", "dev.understudy.engine", "MaxRenderRgnPixels", FULL, ""),
    IS_MAX_SAVE_PIXELS("IS::MaxSavePixels"),
    IS_MAX_NON_DSF_SIZE("IS::MaxNonDsfSize", "dev.understudy.engine", "MaxNonDsfSize", FULL, "For every source; of a pyramid, for the smallest image in it."),
    PS_FVCTX_USE_CATALOG_RECORD_VALIDATION("PS::fvctx.useCatalogRecordValidation", "Replies about sets are made anew for each request."),
    PS_FVCTX_NESTING_LIMIT("PS::fvctx.nestingLimit", "dev.understudy.engine", "sets.nestingLimit", FULL, ""),
    PS_FVCTX_BROCHURE_LIMIT("PS::fvctx.brochureLimit", "dev.understudy.engine", "sets.brochureLimit", FULL, ""),
    AS_ENABLE_GLOBAL_ALERTING("AS::monitorAlertGenerator.enableGlobalAlerting"),
    AS_MAIL_SENDER_HOST("AS::mailSender.host"),
    AS_MAIL_SENDER_PORT("AS::mailSender.port"),
    AS_MESSAGE_TO("AS::monitorAlertGenerator.messageTo"),
    AS_MESSAGE_FROM("AS::monitorAlertGenerator.messageFrom"),
    AS_ALERT_INTERVAL("AS::monitorAlertGenerator.alertInterval"),
    AS_HEAP_SPACE_RESET_INTERVAL("AS::monitorAlertGenerator.heapSpaceResetInterval"),
    AS_MIN_TRAFFIC_FOR_ALERTS("AS::monitorAlertGenerator.minTrafficForAlerts"),
    PS_CACHE_ROOT_PATHS("PS::cache.rootPaths", "dev.understudy.cache", "cache.rootPaths", FULL, ""),
    PS_CACHE_MAX_SIZE("PS::cache.maxSize", "dev.understudy.cache", "cache.maxSize", FULL, ""),
    PS_CACHE_MAX_ENTRIES("PS::cache.maxEntries", "dev.understudy.cache", "cache.maxEntries", FULL, ""),
    IS_TEMP_DIRECTORY("IS::TempDirectory", "Nothing is kept in temporary files."),
    SV_TEMP("SV::temp", "There is no supervisor."),
    SV_IMAGE_SERVER_MODE("SV::ImageServerMode", "There is one process."),
    SV_PS_HEAP_SIZE("SV::PsHeapSize", "The Java options of the container take its place."),
    IS_TCP_PORT("IS::TcpPort, PS::isConnection.port", "There is one process."),
    IS_PHYSICAL_MEMORY("IS::PhysicalMemory", "dev.understudy.engine", "memory", PARTIAL, "In megabytes of the heap, not in per cent; never exceeded."),
    IS_WORKER_THREADS("IS::WorkerThreads", "dev.understudy.engine", "renders", PARTIAL, "How many images are made at a time; one more for a catalog that has none."),
    IS_NUMBER_OF_TEXT_SERVERS("IS::NumberOfTextServers", "There is one process."),
    IS_TEXT_SERVER_TCP_PORT_RANGE("IS::TextServerTcpPortRange", "There is one process."),
    TC_SSL_PORT("TC::SslPort"),
    TC_KEYSTORE_FILE("TC::keystoreFile"),
    TC_KEYSTORE_PASS("TC::keystorePass"),
    TC_KEYSTORE_TYPE("TC::keystoreType"),
    SV_SVG_HEAP_SIZE("SV::SvgHeapSize", "There is one process."),
    PS_SVG_PROVIDER_ROOT_PATHS("PS::svgProvider.rootPaths", "Vector images lie where images do."),
    PS_SVG_PROVIDER_SVG_FILE_SIZE_LIMIT("PS::svgProvider.SVGFileSizeLimit", "The limit is 4 MB, unpacked."),
    IS_SVG_MAX_RENDER_RGN_PIXELS("IS::SvgMAxRenderRgnPixels", "The limit of all images holds."),
    PS_SVG_PROVIDER_PORT("PS::svgProvider.port", "There is one process."),
    PS_SVG_PROVIDER_FONT_ROOT("PS::svgProvider.fontRoot", "Text in vector images is not painted."),
    SVG_RENDER_PORT("SVG::SVGRender.port, IS::SVGTcpPort", "There is one process.");
    // @formatter:on

    private final String reference;
    private final String configuration;
    private final String property;
    private final Support support;
    private final String note;

    ServerSetting(String reference, String configuration, String property, Support support, String note) {
        this.reference = reference;
        this.configuration = configuration;
        this.property = property;
        this.support = support;
        this.note = note;
    }

    ServerSetting(String reference, String note) {
        this(reference, "", "", NONE, note);
    }

    ServerSetting(String reference) {
        this(reference, "");
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

    /** What is different, or what takes its place; empty for nothing. */
    public String note() {
        return note;
    }
}
