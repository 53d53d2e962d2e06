//! Listening and stopping.

use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::state::{Api, router};

/// How long open requests may take to finish after the signal to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until `stop` completes, then lets open requests finish within [`GRACE`].
pub async fn serve(
    listener: TcpListener,
    api: Api,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let (stopping, stopped) = watch::channel(false);
    let streams = api.clone();
    let stop = async move {
        stop.await;
        streams.shared.streams.close();
        // The receiver lives as long as the server does.
        let _ = stopping.send(true);
    };
    let service = router(api).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(stop);
    tokio::select! {
        ended = serving => ended,
        () = overdue(stopped) => {
            tracing::warn!("some requests did not finish in time");
            Ok(())
        }
    }
}

async fn overdue(mut stopped: watch::Receiver<bool>) {
    // Without a sender the server has ended already and this branch is not waited for.
    let _ = stopped.wait_for(|stopped| *stopped).await;
    tokio::time::sleep(GRACE).await;
}
