package dev.understudy.itest.hostile;

/**
 * A file that claims to be an image.
 *
 * @param name tells format and damage
 * @param bytes the file
 */
record HostileFile(String name, byte[] bytes) {}
