package dev.understudy.serve;

/** What becomes of a call: an answer made here, or the order to pass the request on. */
public sealed interface Answer permits Reply, Forward {}
