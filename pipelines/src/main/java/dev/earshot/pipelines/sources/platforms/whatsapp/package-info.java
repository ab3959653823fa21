/** Messages of WhatsApp: exported chats and delivered events. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.whatsapp;

import org.jspecify.annotations.NullMarked;
