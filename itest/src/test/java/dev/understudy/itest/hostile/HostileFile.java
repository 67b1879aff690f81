package dev.understudy.itest.hostile;

/**
 * A file that claims to be an image.
 *
 * @param name tells format and damage
 * @param sound the name of the sound file that it is made of
 * @param bytes the file
 */
record HostileFile(String name, String sound, byte[] bytes) {}
