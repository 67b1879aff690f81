package dev.understudy.observe;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ProcessingStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is learned about one request while it is answered, for the access log. It belongs to one request; whoever works
 * on the request writes to it, the log reads it after the answer. Safe to read from another thread.
 */
public final class AccessRecord {

    /** The request attribute under which handlers leave it for the access log. */
    public static final String ATTRIBUTE = "dev.understudy.observation";

    private volatile String requestType = "IMG";
    private volatile String rootId = "";
    private volatile CacheUse cacheUse = CacheUse.UNDEFINED;
    private volatile ProcessingStatus processingStatus = ProcessingStatus.OK;
    private volatile @Nullable FailureKind failure;
    private volatile @Nullable String standIn;
    private volatile @Nullable String exception;
    private volatile @Nullable String cacheKey;
    private volatile @Nullable String digest;
    private volatile @Nullable String context;
    private volatile @Nullable String peerServer;
    private volatile @Nullable String injected;
    private volatile @Nullable String transformedTarget;
    private volatile boolean pathBasedAccess;
    private volatile List<String> ignored = List.of();
    private volatile boolean ignoredIsPublic;
    private volatile boolean timing;
    private volatile long parseNanos;
    private volatile long fetchNanos;

    /** Upper-case {@code req=} value. */
    public String requestType() {
        return requestType;
    }

    public void requestType(String value) {
        requestType = value;
    }

    /** Root id of the main catalog, empty for the default catalog. */
    public String rootId() {
        return rootId;
    }

    public void rootId(String value) {
        rootId = value;
    }

    /** What the response cache did. */
    public CacheUse cacheUse() {
        return cacheUse;
    }

    public void cacheUse(CacheUse value) {
        cacheUse = value;
    }

    /** The category of error. */
    public ProcessingStatus processingStatus() {
        return processingStatus;
    }

    public void processingStatus(ProcessingStatus value) {
        processingStatus = value;
    }

    /** What the answer says has failed; null when nothing has. */
    public @Nullable FailureKind failure() {
        return failure;
    }

    public void failure(FailureKind value) {
        failure = value;
    }

    /** What stood in for what was asked for, in the word of {@code Understudy-StandIn}; null when nothing did. */
    public @Nullable String standIn() {
        return standIn;
    }

    public void standIn(String value) {
        standIn = value;
    }

    /** Code and message of the failure, if there was one; later causes are appended. */
    public @Nullable String exception() {
        return exception;
    }

    public void exception(String value) {
        String before = exception;
        exception = before == null ? value : before + "; then " + value;
    }

    /** Forgets failures, since the request is answered with what it asked for after all. */
    public void recovered() {
        failure = null;
        standIn = null;
        exception = null;
        processingStatus = ProcessingStatus.OK;
    }

    /** Key of the cache entry. */
    public @Nullable String cacheKey() {
        return cacheKey;
    }

    public void cacheKey(String value) {
        cacheKey = value;
    }

    /** MD5 of the body, as in the ETag. */
    public @Nullable String digest() {
        return digest;
    }

    public void digest(String value) {
        digest = value;
    }

    /** The IP address of the server that shares replies with this one and had the reply; null for none. */
    public @Nullable String peerServer() {
        return peerServer;
    }

    public void peerServer(@Nullable String value) {
        peerServer = value;
    }

    /** The secondary server that was asked, if one was. */
    public @Nullable String context() {
        return context;
    }

    public void context(String value) {
        context = value;
    }

    /** The faults that the request asked for and got; null for none. */
    public @Nullable String injected() {
        return injected;
    }

    /** Notes the faults that the request asked for and gets, which are told before all that follows from them. */
    public void injected(String value) {
        injected = value;
        exception("injected " + value);
    }

    /** What preprocessing rules made of the part of the target that follows the mount; null when they left it as it was. */
    public @Nullable String transformedTarget() {
        return transformedTarget;
    }

    public void transformedTarget(@Nullable String value) {
        transformedTarget = value;
    }

    /** Whether a file was asked for by its path instead of by a catalog entry. */
    public boolean pathBasedAccess() {
        return pathBasedAccess;
    }

    public void pathBasedAccess(boolean value) {
        pathBasedAccess = value;
    }

    /** The names of the commands that are known and did nothing, because they do not work yet. */
    public List<String> ignored() {
        return ignored;
    }

    /** Whether the client may know what was ignored. */
    public boolean ignoredIsPublic() {
        return ignoredIsPublic;
    }

    public void ignored(List<String> commands, boolean isPublic) {
        ignored = List.copyOf(commands);
        ignoredIsPublic = isPublic;
    }

    /** Whether the answer says how long it took, and what the response cache did for it. */
    public boolean timing() {
        return timing;
    }

    public void timing(boolean value) {
        timing = value;
    }

    /** Time spent reading and planning the request. */
    public long parseNanos() {
        return parseNanos;
    }

    public void parseNanos(long value) {
        parseNanos = value;
    }

    /** Time spent getting the reply from cache or renderer. */
    public long fetchNanos() {
        return fetchNanos;
    }

    public void fetchNanos(long value) {
        fetchNanos = value;
    }
}
