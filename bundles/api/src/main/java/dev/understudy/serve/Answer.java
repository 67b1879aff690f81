package dev.understudy.serve;

import org.osgi.annotation.versioning.ProviderType;

/** The outcome of a call: a reply made here, or the order to forward the request. */
@ProviderType
public sealed interface Answer permits Reply, Forward {}
