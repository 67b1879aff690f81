/** Contracts of decoders and encoders: a test of a codec extends one and names its files. */
package dev.understudy.testkit.codec;
