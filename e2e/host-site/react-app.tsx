import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { Inbox, Toasts } from "./followthrough.js";

declare const FOLLOWTHROUGH_URL: string;

/** A React application with the inbox in it, as long as somebody is signed in. */
function Orders() {
  const [isSignedIn, setSignedIn] = useState(true);
  const [opened, setOpened] = useState(0);
  const source = { baseUrl: FOLLOWTHROUGH_URL, tokenUrl: "/api/inbox-token" };
  return (
    <>
      <header className="bar">
        <a href="/react">Northwind</a>
        {isSignedIn && <Inbox {...source} onOpen={() => setOpened((times) => times + 1)} />}
      </header>
      <main>
        <h1>Orders</h1>
        <p>Notifications opened: {opened}</p>
        <button type="button" onClick={() => setSignedIn(!isSignedIn)}>
          {isSignedIn ? "Sign out" : "Sign in"}
        </button>
      </main>
      {isSignedIn && <Toasts {...source} placement="bottom-end" />}
    </>
  );
}

const root = document.getElementById("app");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Orders />
    </StrictMode>,
  );
}
