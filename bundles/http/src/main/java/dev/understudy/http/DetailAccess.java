package dev.understudy.http;

import org.eclipse.jetty.server.Request;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rule that says which clients may know more of the server and its tenants than everybody does: those that the setting
 * {@code health.detail} names, and not through a proxy that is nobody known. Registered as a service.
 */
@ProviderType
public interface DetailAccess {

    /** Returns whether the client of this request may know. */
    boolean allows(Request request);
}
