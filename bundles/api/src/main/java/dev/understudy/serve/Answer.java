package dev.understudy.serve;

import org.osgi.annotation.versioning.ProviderType;

/** What becomes of a call: an answer made here, or the order to pass the request on. */
@ProviderType
public sealed interface Answer permits Reply, Forward {}
