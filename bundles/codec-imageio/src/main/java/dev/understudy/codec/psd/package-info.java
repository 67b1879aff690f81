/** The merged images of Photoshop's files, PSD and PSB. */
@NullMarked
package dev.understudy.codec.psd;

import org.jspecify.annotations.NullMarked;
