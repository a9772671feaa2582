package dev.fortnight.web;

import dev.fortnight.web.signin.ProviderSettings;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** How people sign in here, for the pages that say so. */
@Singleton
@Named("signInWay")
public final class SignInWay {

  private final ServerConfig.SignIn config;

  SignInWay(ServerConfig config) {
    this.config = config.signIn();
  }

  /** Whether at a provider; else a link does it. */
  public boolean isProvider() {
    return config.provider().isPresent();
  }

  /** What people call the provider. */
  public String name() {
    return switch (config.provider().orElse("")) {
      case ProviderSettings.GITHUB -> "GitHub";
      case ProviderSettings.MICROSOFT -> "Microsoft";
      default -> Words.say("signin.account");
    };
  }
}
